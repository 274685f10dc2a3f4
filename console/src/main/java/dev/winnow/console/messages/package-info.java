/** One message and its way, and texts that an operator tries. */
@NullMarked
package dev.winnow.console.messages;

import org.jspecify.annotations.NullMarked;
