/** The check of the simulator: the same policy over the same trace, simulated and with real processes. */
@NullMarked
package dev.winnow.bench.scaling;

import org.jspecify.annotations.NullMarked;
