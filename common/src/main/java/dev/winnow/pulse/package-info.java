/** The pulse: small sums that each program writes every few seconds, from which pages and charts are made, and the port of their store. */
@NullMarked
package dev.winnow.pulse;

import org.jspecify.annotations.NullMarked;
