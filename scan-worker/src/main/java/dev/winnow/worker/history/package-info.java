/** The messages of judged envelopes on their way to the history of tenants that consent. */
@NullMarked
package dev.winnow.worker.history;

import org.jspecify.annotations.NullMarked;
