/** What a tenant may know about the time for which its data are kept. */
@NullMarked
package dev.winnow.ingest.privacy;

import org.jspecify.annotations.NullMarked;
