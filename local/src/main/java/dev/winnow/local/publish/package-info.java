/** The commands that publish rules to a fleet on AWS, and the fleet option that the tenant commands share. */
@NullMarked
package dev.winnow.local.publish;

import org.jspecify.annotations.NullMarked;
