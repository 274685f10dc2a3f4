/** Rules tried on the history: the messages that they would have judged in another way. */
@NullMarked
package dev.winnow.lab.backtest;

import org.jspecify.annotations.NullMarked;
