/** What was decided about a message and why, one item per envelope, and the port of the store that keeps it. */
@NullMarked
package dev.winnow.verdict;

import org.jspecify.annotations.NullMarked;
