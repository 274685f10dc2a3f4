/** Measures the engine: the Java binding against a C loop over the same shim, threads, allocation, and reloads under load. */
@NullMarked
package dev.winnow.bench.engine;

import org.jspecify.annotations.NullMarked;
