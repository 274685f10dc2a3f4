/** The speed of a backtest. */
@NullMarked
package dev.winnow.bench.backtest;

import org.jspecify.annotations.NullMarked;
