@NullMarked
package dev.winnow.worker;

import org.jspecify.annotations.NullMarked;
