/** The pipeline before the routes: the route table, authentication, body caps, throttling, and answers to failures. */
@NullMarked
package dev.winnow.ingest.web;

import org.jspecify.annotations.NullMarked;
