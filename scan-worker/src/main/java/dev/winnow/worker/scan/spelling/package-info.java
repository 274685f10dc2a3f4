/** The words that a text is compared with, to read words in disguise. */
@NullMarked
package dev.winnow.worker.scan.spelling;

import org.jspecify.annotations.NullMarked;
