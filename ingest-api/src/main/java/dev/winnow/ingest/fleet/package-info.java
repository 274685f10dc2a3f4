/** The part of an API task in a fleet: it reports how much work waits for the workers, of which there may be none. */
@NullMarked
package dev.winnow.ingest.fleet;

import org.jspecify.annotations.NullMarked;
