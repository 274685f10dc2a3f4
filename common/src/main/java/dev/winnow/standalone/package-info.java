/** An application that runs alone: which adapters stand behind its ports, chosen by settings in one place for all of them. */
@NullMarked
package dev.winnow.standalone;

import org.jspecify.annotations.NullMarked;
