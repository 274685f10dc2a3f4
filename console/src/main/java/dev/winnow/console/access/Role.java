package dev.winnow.console.access;

import java.util.Locale;

/** A right of an operator; each role includes the ones before it. */
public enum Role {
    /** May look at everything but message texts. */
    VIEWER,
    /** May also change states of rules, reveal texts, redrive and discard dead letters, and ping, replay and disable webhook endpoints. */
    OPERATOR,
    /** May also roll back rules, and change tenants and keys. */
    ADMIN;

    private final String token = name().toLowerCase(Locale.ROOT);

    /** The spelling in settings, in the API and in the audit log. */
    public String token() {
        return token;
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
