/** The description of this build, which the command {@code version} prints. */
@NullMarked
package dev.winnow.build;

import org.jspecify.annotations.NullMarked;
