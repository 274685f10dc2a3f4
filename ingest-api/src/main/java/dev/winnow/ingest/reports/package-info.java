/** Labels that people give to messages: feedback on a verdict, reports of messages that were never submitted. */
@NullMarked
package dev.winnow.ingest.reports;

import org.jspecify.annotations.NullMarked;
