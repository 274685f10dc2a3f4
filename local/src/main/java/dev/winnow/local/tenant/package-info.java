/** The commands that manage tenants and their keys, on this machine or on AWS. */
@NullMarked
package dev.winnow.local.tenant;

import org.jspecify.annotations.NullMarked;
