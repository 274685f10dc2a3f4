/** The connector of the web server: its limits on connections, heads and bodies, its headers, and its own error answers. */
@NullMarked
package dev.winnow.ingest.tomcat;

import org.jspecify.annotations.NullMarked;
