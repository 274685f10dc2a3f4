/** The fuse: a rule that suddenly decides far too much goes to shadow by itself. */
@NullMarked
package dev.winnow.worker.fuse;

import org.jspecify.annotations.NullMarked;
