/** Rules tried out in this process: compiled, matched and judged as a worker does it, without queue or store. */
@NullMarked
package dev.winnow.lab.judge;

import org.jspecify.annotations.NullMarked;
