/** Notices of stored verdicts, one an envelope, for the callback sender. */
@NullMarked
package dev.winnow.worker.notices;

import org.jspecify.annotations.NullMarked;
