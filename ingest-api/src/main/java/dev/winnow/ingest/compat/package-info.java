/** Routes for clients with wire formats of their own, such as Android forwarders and SMS gateways. */
@NullMarked
package dev.winnow.ingest.compat;

import org.jspecify.annotations.NullMarked;
