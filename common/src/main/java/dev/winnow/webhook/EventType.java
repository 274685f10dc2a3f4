package dev.winnow.webhook;

import java.util.Arrays;
import java.util.Optional;

/** An event that an endpoint can get. */
public enum EventType {
    /** A message has its first verdict. */
    MESSAGE_VERDICT("message.verdict"),
    /** A stored verdict was replaced. */
    VERDICT_CHANGED("verdict.changed"),
    /** A campaign has become large enough to be listed. */
    CAMPAIGN_DETECTED("campaign.detected"),
    /** A test of whether the endpoint answers; every endpoint gets it, on request only. */
    PING("endpoint.ping");

    private final String token;

    EventType(String token) {
        this.token = token;
    }

    /** The spelling in the API and in webhooks. */
    public String token() {
        return token;
    }

    /** Whether an endpoint can choose this event. */
    public boolean isChoice() {
        return this != PING;
    }

    /** Finds the event with this spelling. */
    public static Optional<EventType> fromToken(String token) {
        return Arrays.stream(values()).filter(each -> each.token.equals(token)).findFirst();
    }
}
