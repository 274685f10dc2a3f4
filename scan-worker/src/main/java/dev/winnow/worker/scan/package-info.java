/** Scanning as a function: a message and its tenant's settings in, a verdict out; no I/O, no locks, no framework. */
@NullMarked
package dev.winnow.worker.scan;

import org.jspecify.annotations.NullMarked;
