/** What people say about verdicts and about messages that were never submitted; never the text itself. */
@NullMarked
package dev.winnow.feedback;

import org.jspecify.annotations.NullMarked;
