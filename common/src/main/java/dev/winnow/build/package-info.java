/** Which build this is: what {@code version} prints. */
@NullMarked
package dev.winnow.build;

import org.jspecify.annotations.NullMarked;
