/** Malformed bodies, and the values that are read from them. */
@NullMarked
package dev.winnow.ingest.lenient;

import org.jspecify.annotations.NullMarked;
