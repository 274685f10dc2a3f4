/** The way in: a request becomes a message, a message takes a slot in an envelope, an envelope is confirmed by the queue. */
@NullMarked
package dev.winnow.ingest.submit;

import org.jspecify.annotations.NullMarked;
