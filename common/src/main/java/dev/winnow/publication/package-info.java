/** Documents that operators publish and that every task loads by itself: tenants and rules. */
@NullMarked
package dev.winnow.publication;

import org.jspecify.annotations.NullMarked;
