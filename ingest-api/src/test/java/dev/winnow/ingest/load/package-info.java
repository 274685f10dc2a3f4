/** Many clients at once, in processes of their own, so that neither side's limits are mistaken for the other's. */
@NullMarked
package dev.winnow.ingest.load;

import org.jspecify.annotations.NullMarked;
