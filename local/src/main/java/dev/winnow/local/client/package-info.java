/** The client of a Winnow API over HTTP, and its commands. */
@NullMarked
package dev.winnow.local.client;

import org.jspecify.annotations.NullMarked;
