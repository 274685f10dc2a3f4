/** {@code winnow rules draft}: writes a rule that is drafted from a campaign. */
@NullMarked
package dev.winnow.local.draft;

import org.jspecify.annotations.NullMarked;
