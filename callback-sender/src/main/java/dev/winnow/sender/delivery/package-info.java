/** Makes the webhook calls: first calls after a scan, and calls that are tried again. */
@NullMarked
package dev.winnow.sender.delivery;

import org.jspecify.annotations.NullMarked;
