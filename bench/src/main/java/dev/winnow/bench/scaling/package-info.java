/** Whether the simulator tells the truth: the same policy over the same trace, on paper and with real processes. */
@NullMarked
package dev.winnow.bench.scaling;

import org.jspecify.annotations.NullMarked;
