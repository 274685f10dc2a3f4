/** What a million messages cost on AWS, from a table of dated prices and what each way of using Winnow asks of it. */
@NullMarked
package dev.winnow.lab.cost;

import org.jspecify.annotations.NullMarked;
