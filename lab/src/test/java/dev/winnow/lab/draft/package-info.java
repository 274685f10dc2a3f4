/** Tests of drafts of rules. */
@NullMarked
package dev.winnow.lab.draft;

import org.jspecify.annotations.NullMarked;
