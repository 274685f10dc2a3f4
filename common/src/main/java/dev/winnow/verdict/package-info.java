/** Verdicts with their reasons, one item for each envelope, and the port of their store. */
@NullMarked
package dev.winnow.verdict;

import org.jspecify.annotations.NullMarked;
