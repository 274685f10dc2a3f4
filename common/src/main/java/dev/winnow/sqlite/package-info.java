/** Everything that one machine keeps, in one SQLite file: verdicts, and the spool of envelopes that have none yet. */
@NullMarked
package dev.winnow.sqlite;

import org.jspecify.annotations.NullMarked;
