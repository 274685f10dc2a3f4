/** The HTTP front of Winnow: takes messages in, hands verdicts out. */
@NullMarked
package dev.winnow.ingest;

import org.jspecify.annotations.NullMarked;
