/** The pages of the repository, run and checked as they are printed. */
@NullMarked
package dev.winnow.local.docs;

import org.jspecify.annotations.NullMarked;
