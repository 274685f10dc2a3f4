/** The commands that are clients of the operator API: dead letters, one message, the audit log, links to the console. */
@NullMarked
package dev.winnow.local.operator;

import org.jspecify.annotations.NullMarked;
