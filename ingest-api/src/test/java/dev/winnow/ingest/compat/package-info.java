/** Payloads of forwarders and gateways. */
@NullMarked
package dev.winnow.ingest.compat;

import org.jspecify.annotations.NullMarked;
