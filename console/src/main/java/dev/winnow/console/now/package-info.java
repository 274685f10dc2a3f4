/** The state of the pipeline from the pulses of its programs. */
@NullMarked
package dev.winnow.console.now;

import org.jspecify.annotations.NullMarked;
