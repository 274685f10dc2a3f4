/** The bundled rule pack: rule files by topic and the example messages that each rule must hit and must leave alone. */
@NullMarked
package dev.winnow.rules;

import org.jspecify.annotations.NullMarked;
