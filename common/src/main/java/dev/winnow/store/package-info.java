/** The failure that all stores have in common, and the pauses between tries of stores, queues and endpoints. */
@NullMarked
package dev.winnow.store;

import org.jspecify.annotations.NullMarked;
