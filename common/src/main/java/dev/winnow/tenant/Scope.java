package dev.winnow.tenant;

import java.util.Locale;

/** What an API key may do. */
public enum Scope {
    /** Submit messages, read verdicts by id, give feedback: for keys that ship inside phone apps. */
    SUBMIT,
    /** Manage webhook endpoints and see their attempts. */
    MANAGE;

    private final String token = name().toLowerCase(Locale.ROOT);

    /** The spelling in tenant files and problem documents. */
    public String token() {
        return token;
    }
}
