/** Documents that operators publish and every task picks up by itself: tenants and rules. */
@NullMarked
package dev.winnow.publication;

import org.jspecify.annotations.NullMarked;
