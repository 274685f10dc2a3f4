/** Tells endpoints their verdicts: what to tell after a scan, the calls themselves, and the calls that are tried again. */
@NullMarked
package dev.winnow.sender.delivery;

import org.jspecify.annotations.NullMarked;
