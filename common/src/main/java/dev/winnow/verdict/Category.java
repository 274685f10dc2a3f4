package dev.winnow.verdict;

import java.util.Locale;

/** The category of a scanned message. */
public enum Category {
    /** Fraud, phishing or unwanted advertising; the phone should hide it. */
    JUNK,
    /** Marketing the receiver may want. */
    PROMOTION,
    /** One-time codes, bank, delivery and booking notices; must never be hidden. */
    TRANSACTION,
    /** A message without a reason for another category. */
    CLEAN;

    private final String token = name().toLowerCase(Locale.ROOT);

    /** The spelling in the API and in rules' {@code category} meta. */
    public String token() {
        return token;
    }
}
