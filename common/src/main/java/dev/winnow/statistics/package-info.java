/** What rules did: sums per rule, hour and day, how they are counted in memory, and the port of their store. */
@NullMarked
package dev.winnow.statistics;

import org.jspecify.annotations.NullMarked;
