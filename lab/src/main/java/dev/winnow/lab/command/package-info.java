/** The options and outputs that commands share. */
@NullMarked
package dev.winnow.lab.command;

import org.jspecify.annotations.NullMarked;
