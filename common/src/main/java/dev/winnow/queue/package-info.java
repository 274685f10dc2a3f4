/** The port to the queue between the API and the workers: envelopes go in, deliveries come out. */
@NullMarked
package dev.winnow.queue;

import org.jspecify.annotations.NullMarked;
