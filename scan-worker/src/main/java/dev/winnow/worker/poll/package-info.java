/** From delivery to acknowledgement: scan, save, acknowledge, in this order. */
@NullMarked
package dev.winnow.worker.poll;

import org.jspecify.annotations.NullMarked;
