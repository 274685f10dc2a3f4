/** The whole pipeline under load, beside the plainest one that could be written. */
@NullMarked
package dev.winnow.bench.pipeline;

import org.jspecify.annotations.NullMarked;
