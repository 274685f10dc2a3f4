/** The whole pipeline in one JVM: queue server, API, worker and store, on one data folder. */
@NullMarked
package dev.winnow.local.server;

import org.jspecify.annotations.NullMarked;
