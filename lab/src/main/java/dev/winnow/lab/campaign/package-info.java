/** The evaluation of campaigns: whether messages of one family come together, and how soon a campaign is listed. */
@NullMarked
package dev.winnow.lab.campaign;

import org.jspecify.annotations.NullMarked;
