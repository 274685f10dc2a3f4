/** A fleet of scan workers on paper: arrivals, a queue, tasks that take time to start, and the policies that decide how many there are. */
@NullMarked
package dev.winnow.lab.simulate;

import org.jspecify.annotations.NullMarked;
