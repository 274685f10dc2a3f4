/** What a rescan costs live mail. */
@NullMarked
package dev.winnow.bench.rescan;

import org.jspecify.annotations.NullMarked;
