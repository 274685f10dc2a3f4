/** Steady time and timers, which tests move by hand. */
@NullMarked
package dev.winnow.time;

import org.jspecify.annotations.NullMarked;
