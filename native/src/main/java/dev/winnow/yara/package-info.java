/** libyara behind the Foreign Function and Memory API: rule sources in, an immutable {@link RuleSet}, and scanners that tell which rules a text matches. */
@NullMarked
package dev.winnow.yara;

import org.jspecify.annotations.NullMarked;
