/** {@code winnow rules}: the rule author's loop. */
@NullMarked
package dev.winnow.local.rules;

import org.jspecify.annotations.NullMarked;
