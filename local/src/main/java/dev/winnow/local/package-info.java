/** The {@code winnow} command line. */
@NullMarked
package dev.winnow.local;

import org.jspecify.annotations.NullMarked;
