/** Kills and cuts things under load and looks for what is lost. */
@NullMarked
package dev.winnow.local.crash;

import org.jspecify.annotations.NullMarked;
