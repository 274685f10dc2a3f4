/** Webhook endpoints with their attempts. */
@NullMarked
package dev.winnow.console.webhooks;

import org.jspecify.annotations.NullMarked;
