/** The console: the operator API {@code /ops/v1} and the pages on top of it, as a program of its own. */
@NullMarked
package dev.winnow.console;

import org.jspecify.annotations.NullMarked;
