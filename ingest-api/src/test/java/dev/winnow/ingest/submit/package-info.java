/** Packing, reading and throttling, without a server. */
@NullMarked
package dev.winnow.ingest.submit;

import org.jspecify.annotations.NullMarked;
