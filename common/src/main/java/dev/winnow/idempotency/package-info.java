/** Requests that a client may repeat: one key, one message, one answer, whatever dies in between. */
@NullMarked
package dev.winnow.idempotency;

import org.jspecify.annotations.NullMarked;
