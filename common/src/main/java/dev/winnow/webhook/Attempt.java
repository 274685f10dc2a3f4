package dev.winnow.webhook;

import java.time.Instant;

/**
 * One try to call an endpoint.
 *
 * @param at the beginning of the try, in milliseconds
 * @param id the {@code webhook-id}
 * @param event the event in the call
 * @param number the number of the try, from 1
 * @param status the HTTP status of the answer; 0 without an answer
 * @param outcome {@code delivered}, or the reason of the failure in a few words; without text from the receiver
 * @param millis the duration of the try in milliseconds
 */
public record Attempt(Instant at, String id, EventType event, int number, int status, String outcome, int millis) {}
