/** The cost of statistics, states and lists. */
@NullMarked
package dev.winnow.bench.life;

import org.jspecify.annotations.NullMarked;
