/** What messages of one campaign have in common: the fingerprint and the template of a text. */
@NullMarked
package dev.winnow.worker.scan.campaign;

import org.jspecify.annotations.NullMarked;
