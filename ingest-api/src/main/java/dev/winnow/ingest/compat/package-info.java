/** Doors for clients whose wire format was fixed before they knew of us. */
@NullMarked
package dev.winnow.ingest.compat;

import org.jspecify.annotations.NullMarked;
