/** The command that tries rules on the history. */
@NullMarked
package dev.winnow.local.backtest;

import org.jspecify.annotations.NullMarked;
