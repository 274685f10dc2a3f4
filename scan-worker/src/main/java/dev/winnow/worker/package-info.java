/** The scan worker: takes envelopes from the queue, scans them with YARA and saves the verdicts. */
@NullMarked
package dev.winnow.worker;

import org.jspecify.annotations.NullMarked;
