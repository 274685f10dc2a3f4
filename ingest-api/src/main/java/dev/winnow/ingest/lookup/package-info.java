/** The way out: a message id becomes a verdict, at once or by waiting for it. */
@NullMarked
package dev.winnow.ingest.lookup;

import org.jspecify.annotations.NullMarked;
