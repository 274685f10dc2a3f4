/** The port of the queue between the API and the workers: the API sends envelopes, the workers receive deliveries. */
@NullMarked
package dev.winnow.queue;

import org.jspecify.annotations.NullMarked;
