@NullMarked
package dev.winnow.sender.delivery;

import org.jspecify.annotations.NullMarked;
