/** The live rules with their sources and examples. */
@NullMarked
package dev.winnow.console.rules;

import org.jspecify.annotations.NullMarked;
