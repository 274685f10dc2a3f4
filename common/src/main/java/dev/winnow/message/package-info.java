/** The message as it travels: what a client submits, the id it gets for it, and the envelope that carries it to a worker. */
@NullMarked
package dev.winnow.message;

import org.jspecify.annotations.NullMarked;
