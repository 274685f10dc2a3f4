/** The benchmark of callbacks, run together with the scanning that causes them. */
@NullMarked
package dev.winnow.bench.callbacks;

import org.jspecify.annotations.NullMarked;
