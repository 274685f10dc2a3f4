/** The commands that publish to a fleet on AWS: rules, and what they share with tenants. */
@NullMarked
package dev.winnow.local.publish;

import org.jspecify.annotations.NullMarked;
