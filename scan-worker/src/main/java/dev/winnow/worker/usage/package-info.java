/** Counts the messages of each tenant for its usage. */
@NullMarked
package dev.winnow.worker.usage;

import org.jspecify.annotations.NullMarked;
