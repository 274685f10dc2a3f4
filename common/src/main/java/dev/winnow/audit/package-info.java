/** The audit log: the actions of operators, from pages, API and command line alike, and the port of its store. */
@NullMarked
package dev.winnow.audit;

import org.jspecify.annotations.NullMarked;
