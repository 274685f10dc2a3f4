/** Drafts of rules: what a campaign's template says and honest texts do not, as a YARA rule with invented examples. */
@NullMarked
package dev.winnow.lab.draft;

import org.jspecify.annotations.NullMarked;
