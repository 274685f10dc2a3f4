/** Messages of the history that are judged again under the live rules. */
@NullMarked
package dev.winnow.console.rescan;

import org.jspecify.annotations.NullMarked;
