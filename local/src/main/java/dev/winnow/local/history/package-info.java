/** Code that the commands on the history share. */
@NullMarked
package dev.winnow.local.history;

import org.jspecify.annotations.NullMarked;
