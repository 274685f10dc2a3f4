/** {@code winnow rules draft}: writes the rule that a campaign suggests. */
@NullMarked
package dev.winnow.local.draft;

import org.jspecify.annotations.NullMarked;
