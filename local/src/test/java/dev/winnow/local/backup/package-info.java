@NullMarked
package dev.winnow.local.backup;

import org.jspecify.annotations.NullMarked;
