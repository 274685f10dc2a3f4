/** Statistics of rules: sums for each rule, hour and day, their counters in memory, and the port of their store. */
@NullMarked
package dev.winnow.statistics;

import org.jspecify.annotations.NullMarked;
