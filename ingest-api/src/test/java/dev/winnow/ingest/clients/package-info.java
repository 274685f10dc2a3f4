/** The pages for clients, run as they are printed. */
@NullMarked
package dev.winnow.ingest.clients;

import org.jspecify.annotations.NullMarked;
