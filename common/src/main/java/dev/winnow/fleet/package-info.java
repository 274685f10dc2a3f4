/** The metrics of a task for CloudWatch and Prometheus, its health, and its protection from scale-in. */
@NullMarked
package dev.winnow.fleet;

import org.jspecify.annotations.NullMarked;
