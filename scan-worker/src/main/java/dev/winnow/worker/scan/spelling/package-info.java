/** The vocabulary by which words in disguise are recognised and respelled. */
@NullMarked
package dev.winnow.worker.scan.spelling;

import org.jspecify.annotations.NullMarked;
