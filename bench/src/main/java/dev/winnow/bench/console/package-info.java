/** The pages of the console on a full store. */
@NullMarked
package dev.winnow.bench.console;

import org.jspecify.annotations.NullMarked;
