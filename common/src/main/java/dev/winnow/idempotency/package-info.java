/** Requests that a client may repeat: one key, one message and one answer, even if a task dies in between. */
@NullMarked
package dev.winnow.idempotency;

import org.jspecify.annotations.NullMarked;
