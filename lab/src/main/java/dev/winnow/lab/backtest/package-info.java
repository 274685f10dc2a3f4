/** Rules tried on the history: what would have been judged in another way, and which rules did it. */
@NullMarked
package dev.winnow.lab.backtest;

import org.jspecify.annotations.NullMarked;
