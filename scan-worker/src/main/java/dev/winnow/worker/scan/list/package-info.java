/** Lists of domains and senders that rules ask, and that change without the rules. */
@NullMarked
package dev.winnow.worker.scan.list;

import org.jspecify.annotations.NullMarked;
