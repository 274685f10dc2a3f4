/** The states of rules: in play, for a share of messages, in shadow, or off. */
@NullMarked
package dev.winnow.worker.scan.state;

import org.jspecify.annotations.NullMarked;
