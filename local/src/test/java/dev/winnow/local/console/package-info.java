/** Tests of the console with a real server behind it: the operator API against its document, and the pages in a real browser. */
@NullMarked
package dev.winnow.local.console;

import org.jspecify.annotations.NullMarked;
