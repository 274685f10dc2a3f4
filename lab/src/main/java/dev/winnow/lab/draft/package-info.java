/** Drafts of rules: parts of a campaign's template that are rare in honest texts, as a YARA rule with invented examples. */
@NullMarked
package dev.winnow.lab.draft;

import org.jspecify.annotations.NullMarked;
