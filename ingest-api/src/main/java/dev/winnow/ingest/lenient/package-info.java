/** Reading of bodies from machines that cannot be reconfigured: malformed bytes and malformed JSON are repaired where that is possible. */
@NullMarked
package dev.winnow.ingest.lenient;

import org.jspecify.annotations.NullMarked;
