/** What an API task does because it is one of many: it tells how much work waits for the workers, who may be none. */
@NullMarked
package dev.winnow.ingest.fleet;

import org.jspecify.annotations.NullMarked;
