/** The duties of a task because it is one of many: its metrics for CloudWatch and Prometheus, and its protection from scale-in. */
@NullMarked
package dev.winnow.fleet;

import org.jspecify.annotations.NullMarked;
