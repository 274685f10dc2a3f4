/** Quotas and limits, each by itself. */
@NullMarked
package dev.winnow.ingest.quota;

import org.jspecify.annotations.NullMarked;
