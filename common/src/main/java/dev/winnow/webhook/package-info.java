/** Webhooks: signed calls with verdicts to the endpoints of tenants. Endpoints, due webhooks and attempts; no texts of messages. */
@NullMarked
package dev.winnow.webhook;

import org.jspecify.annotations.NullMarked;
