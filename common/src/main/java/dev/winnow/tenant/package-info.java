/** Tenants, their settings and their API keys, of which only hashes are known. */
@NullMarked
package dev.winnow.tenant;

import org.jspecify.annotations.NullMarked;
