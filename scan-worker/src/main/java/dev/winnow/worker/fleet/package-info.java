/** What a worker does because it is one of many: it guards itself while busy and says how busy it is. */
@NullMarked
package dev.winnow.worker.fleet;

import org.jspecify.annotations.NullMarked;
