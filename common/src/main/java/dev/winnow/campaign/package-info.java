/** Campaigns: waves of messages that differ in links, numbers, names and spelling only; how workers count them, and the port of their store. */
@NullMarked
package dev.winnow.campaign;

import org.jspecify.annotations.NullMarked;
