/** What is measured: one room a benchmark. */
@NullMarked
package dev.winnow.bench;

import org.jspecify.annotations.NullMarked;
