/** Webhook endpoints: register, prove, look at and replay. The calls themselves are the callback sender's. */
@NullMarked
package dev.winnow.ingest.callbacks;

import org.jspecify.annotations.NullMarked;
