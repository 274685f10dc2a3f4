@NullMarked
package dev.winnow.worker.callback;

import org.jspecify.annotations.NullMarked;
