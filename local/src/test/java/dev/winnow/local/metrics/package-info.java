@NullMarked
package dev.winnow.local.metrics;

import org.jspecify.annotations.NullMarked;
