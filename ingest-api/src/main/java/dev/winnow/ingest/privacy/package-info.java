/** Tells a tenant how long its data are kept. */
@NullMarked
package dev.winnow.ingest.privacy;

import org.jspecify.annotations.NullMarked;
