/** The cost of a rescan for live mail. */
@NullMarked
package dev.winnow.bench.rescan;

import org.jspecify.annotations.NullMarked;
