/** Access to the console: sign-in, sessions, keys and roles. */
@NullMarked
package dev.winnow.console.access;

import org.jspecify.annotations.NullMarked;
