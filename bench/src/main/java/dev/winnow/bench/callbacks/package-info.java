/** What callbacks take, beside the scanning that causes them. */
@NullMarked
package dev.winnow.bench.callbacks;

import org.jspecify.annotations.NullMarked;
