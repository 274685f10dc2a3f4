/** The callback sender: takes notices of verdicts from a queue and calls the endpoints of tenants. */
@NullMarked
package dev.winnow.sender;

import org.jspecify.annotations.NullMarked;
