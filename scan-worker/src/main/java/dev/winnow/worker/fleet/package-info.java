/** The duties of a worker as one task of many: it guards itself while busy and reports how busy it is. */
@NullMarked
package dev.winnow.worker.fleet;

import org.jspecify.annotations.NullMarked;
