/** The benchmark of the whole pipeline under load, compared with the simplest pipeline that could be written. */
@NullMarked
package dev.winnow.bench.pipeline;

import org.jspecify.annotations.NullMarked;
