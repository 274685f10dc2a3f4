/** A load for a server: an open loop of submits, and what became of each message. */
@NullMarked
package dev.winnow.lab.load;

import org.jspecify.annotations.NullMarked;
