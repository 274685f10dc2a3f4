/** Failures that every store and queue of verdicts has in common. */
@NullMarked
package dev.winnow.store;

import org.jspecify.annotations.NullMarked;
