/** The actions of operators. */
@NullMarked
package dev.winnow.console.audit;

import org.jspecify.annotations.NullMarked;
