@NullMarked
package dev.winnow.local.backtest;

import org.jspecify.annotations.NullMarked;
