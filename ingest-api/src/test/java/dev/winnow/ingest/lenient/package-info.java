/** Malformed bodies, and what is read from them. */
@NullMarked
package dev.winnow.ingest.lenient;

import org.jspecify.annotations.NullMarked;
