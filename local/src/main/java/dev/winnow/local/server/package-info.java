/** The whole pipeline in one JVM on one data folder: queue, API, worker, callback sender and store, with the commands that start it. */
@NullMarked
package dev.winnow.local.server;

import org.jspecify.annotations.NullMarked;
