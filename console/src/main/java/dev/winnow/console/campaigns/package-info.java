/** Campaigns: what goes around now, who is told of it, and the rules that are drafted from it. */
@NullMarked
package dev.winnow.console.campaigns;

import org.jspecify.annotations.NullMarked;
