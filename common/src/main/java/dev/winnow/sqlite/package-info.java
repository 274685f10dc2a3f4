/** The stores of one machine in one SQLite file: verdicts, webhooks, requests, feedback, and the spool of envelopes without verdicts. */
@NullMarked
package dev.winnow.sqlite;

import org.jspecify.annotations.NullMarked;
