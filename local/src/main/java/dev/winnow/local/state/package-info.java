/** Commands for rules that are in use: their states and their statistics. */
@NullMarked
package dev.winnow.local.state;

import org.jspecify.annotations.NullMarked;
