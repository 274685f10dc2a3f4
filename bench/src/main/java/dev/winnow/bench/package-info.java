/** Benchmarks: one package each. */
@NullMarked
package dev.winnow.bench;

import org.jspecify.annotations.NullMarked;
