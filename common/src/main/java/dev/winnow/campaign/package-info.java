/** Campaigns: messages whose texts differ only in links, numbers, names and spelling; how workers count them, and the port of their store. */
@NullMarked
package dev.winnow.campaign;

import org.jspecify.annotations.NullMarked;
