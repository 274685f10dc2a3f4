/** Talks to a Winnow API over HTTP as any client would. */
@NullMarked
package dev.winnow.local.client;

import org.jspecify.annotations.NullMarked;
