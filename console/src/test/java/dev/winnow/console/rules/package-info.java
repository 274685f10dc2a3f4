/** Tests of the rules in use. */
@NullMarked
package dev.winnow.console.rules;

import org.jspecify.annotations.NullMarked;
