/** What a request costs the API, against a bare servlet on the same server. */
@NullMarked
package dev.winnow.bench.ingest;

import org.jspecify.annotations.NullMarked;
