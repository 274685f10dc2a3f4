/** The learnt layer: points for the wording of a message, by a linear model over words, pairs of words and parts of words. */
@NullMarked
package dev.winnow.worker.scan.wording;

import org.jspecify.annotations.NullMarked;
