/** Callbacks: verdicts that come to those who asked for them. Who asked, what waits to be sent, what was tried; never a text. */
@NullMarked
package dev.winnow.webhook;

import org.jspecify.annotations.NullMarked;
