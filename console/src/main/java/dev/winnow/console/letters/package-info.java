/** Dead letters: look, reveal, redrive, discard. */
@NullMarked
package dev.winnow.console.letters;

import org.jspecify.annotations.NullMarked;
