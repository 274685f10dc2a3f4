/** The cost of a million messages on AWS, from a table of dated prices and the profiles of use. */
@NullMarked
package dev.winnow.lab.cost;

import org.jspecify.annotations.NullMarked;
