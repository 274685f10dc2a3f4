/** Problem documents (RFC 9457): their types, their errors and the exception that ends a request with one. */
@NullMarked
package dev.winnow.ingest.problem;

import org.jspecify.annotations.NullMarked;
