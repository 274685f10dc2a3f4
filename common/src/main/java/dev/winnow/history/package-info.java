/** Texts that tenants let Winnow keep after their verdicts, so that rules can be tried on them and messages judged again. */
@NullMarked
package dev.winnow.history;

import org.jspecify.annotations.NullMarked;
