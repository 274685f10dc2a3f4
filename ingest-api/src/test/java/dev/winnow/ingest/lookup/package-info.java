/** Watching, without a server. */
@NullMarked
package dev.winnow.ingest.lookup;

import org.jspecify.annotations.NullMarked;
