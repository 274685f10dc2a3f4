/** Tenants, their keys and settings. */
@NullMarked
package dev.winnow.console.tenants;

import org.jspecify.annotations.NullMarked;
