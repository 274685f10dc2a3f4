/** The commands that save a data folder to one file while its server runs, and put it back. */
@NullMarked
package dev.winnow.local.backup;

import org.jspecify.annotations.NullMarked;
