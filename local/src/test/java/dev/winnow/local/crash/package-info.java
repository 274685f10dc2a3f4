/** Tests that kill processes and cut connections under load and look for lost messages. */
@NullMarked
package dev.winnow.local.crash;

import org.jspecify.annotations.NullMarked;
