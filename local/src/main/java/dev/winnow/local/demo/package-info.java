/** The demonstration: bundled sample messages go through the whole pipeline and are checked against what is expected. */
@NullMarked
package dev.winnow.local.demo;

import org.jspecify.annotations.NullMarked;
