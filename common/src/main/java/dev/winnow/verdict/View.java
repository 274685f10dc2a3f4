package dev.winnow.verdict;

/** The form of the text that a rule matched. */
public enum View {
    /** The text as it was submitted. */
    RAW("raw"),
    /** The text without its disguises: compatibility forms, look-alike letters, invisible characters and spacing undone. */
    FOLDED("folded");

    private final String token;

    View(String token) {
        this.token = token;
    }

    /** The spelling in the API and in the rules' external variable {@code view}. */
    public String token() {
        return token;
    }
}
