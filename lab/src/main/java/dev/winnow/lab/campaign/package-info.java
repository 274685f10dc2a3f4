/** The evaluation of campaigns: whether messages of one family are put into one campaign, and how soon a campaign is listed. */
@NullMarked
package dev.winnow.lab.campaign;

import org.jspecify.annotations.NullMarked;
