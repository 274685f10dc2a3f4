/** Messages: the submitted message, its id, and the envelope that carries it to a worker. */
@NullMarked
package dev.winnow.message;

import org.jspecify.annotations.NullMarked;
