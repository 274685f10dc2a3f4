/** The API over HTTP, as its clients see it. */
@NullMarked
package dev.winnow.ingest;

import org.jspecify.annotations.NullMarked;
