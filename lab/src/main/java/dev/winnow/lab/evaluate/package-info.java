/** The evaluation of rules on labelled messages: test halves, corpora left out, disguises, cost, and figures against their bars. */
@NullMarked
package dev.winnow.lab.evaluate;

import org.jspecify.annotations.NullMarked;
