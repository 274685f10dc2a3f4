/** Rules learnt from labelled messages: a sparse linear model whose features are YARA strings and whose weights are rules' weights. */
@NullMarked
package dev.winnow.lab.learn;

import org.jspecify.annotations.NullMarked;
