/** Opinions of people about verdicts and about messages that were never submitted; without the texts. */
@NullMarked
package dev.winnow.feedback;

import org.jspecify.annotations.NullMarked;
