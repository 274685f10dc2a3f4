/** A load for a server: an open loop of submits, and the verdict of each message. */
@NullMarked
package dev.winnow.lab.load;

import org.jspecify.annotations.NullMarked;
