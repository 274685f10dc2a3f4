/** The routes that iOS calls by itself: the message filter, the report of unwanted messages, and the file that allows both. */
@NullMarked
package dev.winnow.ingest.apple;

import org.jspecify.annotations.NullMarked;
