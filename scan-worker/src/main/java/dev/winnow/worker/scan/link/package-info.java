/** Facts about the links of a message: found in its text, judged by lists of hosts and brands, asked by rules as external variables. */
@NullMarked
package dev.winnow.worker.scan.link;

import org.jspecify.annotations.NullMarked;
