package dev.winnow.tenant;

import java.util.Locale;

/** A right of an API key. */
public enum Scope {
    /** The right to submit messages, read verdicts by id and give feedback: for keys inside phone apps. */
    SUBMIT,
    /** The right to manage webhook endpoints and see their attempts. */
    MANAGE;

    private final String token = name().toLowerCase(Locale.ROOT);

    /** The spelling in tenant files and problem documents. */
    public String token() {
        return token;
    }
}
