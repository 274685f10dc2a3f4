/** Load protection and headers, without a server. */
@NullMarked
package dev.winnow.ingest.tomcat;

import org.jspecify.annotations.NullMarked;
