/** The benchmark of the API's cost of a request, against a bare servlet on the same server. */
@NullMarked
package dev.winnow.bench.ingest;

import org.jspecify.annotations.NullMarked;
