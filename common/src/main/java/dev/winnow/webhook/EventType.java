package dev.winnow.webhook;

import java.util.Arrays;
import java.util.Optional;

/** What an endpoint can be told. */
public enum EventType {
    /** A message has its first verdict. */
    MESSAGE_VERDICT("message.verdict"),
    /** A stored verdict was replaced. */
    VERDICT_CHANGED("verdict.changed"),
    /** Somebody wants to know whether the endpoint answers; every endpoint gets it, on request only. */
    PING("endpoint.ping");

    private final String token;

    EventType(String token) {
        this.token = token;
    }

    /** The spelling in the API and in what is sent. */
    public String token() {
        return token;
    }

    /** Whether an endpoint may choose it. */
    public boolean isChoice() {
        return this != PING;
    }

    /** The event with this spelling. */
    public static Optional<EventType> fromToken(String token) {
        return Arrays.stream(values()).filter(each -> each.token.equals(token)).findFirst();
    }
}
