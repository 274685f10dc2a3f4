/** What the order of work does to a backlog: a simulation. */
@NullMarked
package dev.winnow.bench.fresh;

import org.jspecify.annotations.NullMarked;
