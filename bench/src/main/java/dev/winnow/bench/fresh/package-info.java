/** A simulation of the order in which a fleet works off waiting messages. */
@NullMarked
package dev.winnow.bench.fresh;

import org.jspecify.annotations.NullMarked;
