/** Tests of drafts of rules on a running server. */
@NullMarked
package dev.winnow.local.draft;

import org.jspecify.annotations.NullMarked;
