/** Webhook endpoints: register, prove, look at and replay. The calls themselves are the callback sender's. */
@NullMarked
package dev.winnow.ingest.webhooks;

import org.jspecify.annotations.NullMarked;
