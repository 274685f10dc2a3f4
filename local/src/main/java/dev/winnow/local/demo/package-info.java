/** The demonstration: bundled sample messages go through the whole pipeline and must get the expected verdicts. */
@NullMarked
package dev.winnow.local.demo;

import org.jspecify.annotations.NullMarked;
