/** Load protection and headers, without a server. */
@NullMarked
package dev.winnow.ingest.web;

import org.jspecify.annotations.NullMarked;
