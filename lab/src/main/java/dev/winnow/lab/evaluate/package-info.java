/** The evaluation of rules on labelled messages: cross-validation, classifiers to compare with, and figures against their bars. */
@NullMarked
package dev.winnow.lab.evaluate;

import org.jspecify.annotations.NullMarked;
