@NullMarked
package dev.winnow.local.server;

import org.jspecify.annotations.NullMarked;
