/** A simulated fleet of scan workers: arrivals, a queue, tasks that take time to start, and the policies that decide their number. */
@NullMarked
package dev.winnow.lab.simulate;

import org.jspecify.annotations.NullMarked;
