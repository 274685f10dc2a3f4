/** Rules learnt from labelled messages: a sparse linear model with YARA strings as features and rules' weights as weights. */
@NullMarked
package dev.winnow.lab.learn;

import org.jspecify.annotations.NullMarked;
