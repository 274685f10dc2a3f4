/** The OpenAPI document against the running server. */
@NullMarked
package dev.winnow.ingest.contract;

import org.jspecify.annotations.NullMarked;
