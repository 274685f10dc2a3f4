/** Where the worker's rules come from and how a change of them becomes live. */
@NullMarked
package dev.winnow.worker.rules;

import org.jspecify.annotations.NullMarked;
