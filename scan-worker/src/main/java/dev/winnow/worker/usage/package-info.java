/** The messages of each tenant, counted for its usage. */
@NullMarked
package dev.winnow.worker.usage;

import org.jspecify.annotations.NullMarked;
