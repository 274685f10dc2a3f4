package dev.winnow.webhook;

import java.time.Instant;

/**
 * One try to call an endpoint.
 *
 * @param at when it began, in milliseconds
 * @param id the {@code webhook-id}
 * @param event what it told
 * @param number 1 for the first try of this call
 * @param status the HTTP status of the answer; 0 when there was none
 * @param outcome {@code delivered}, or why not in a few words; never what the receiver wrote
 * @param millis how long it took
 */
public record Attempt(Instant at, String id, EventType event, int number, int status, String outcome, int millis) {}
