/** How much a tenant and each of its keys may submit, and how much a single address may ask without a key. */
@NullMarked
package dev.winnow.ingest.quota;

import org.jspecify.annotations.NullMarked;
