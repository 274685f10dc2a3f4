package dev.winnow.yara;

/**
 * The facts about a message that a condition may ask besides its text: values of the external variables of {@link Variable}. Texts are in
 * UTF-8 within the rules, at most 8,192 bytes; unknown is the empty string.
 *
 * @param sender phone number or alphanumeric sender id
 * @param view the form of the text that is scanned, such as {@code raw} or {@code folded}
 * @param country ISO 3166-1 alpha-2 code
 * @param channel where the message came from, such as {@code sms}
 * @param facts the values of all other variables
 */
public record Externals(String sender, String view, String country, String channel, Facts facts) {

    /** Nothing is known. */
    public static final Externals NONE = new Externals("", "", "", "");

    /** A message of which nothing was computed. */
    public Externals(String sender, String view, String country, String channel) {
        this(sender, view, country, channel, Facts.NONE);
    }

    Object valueOf(Variable variable) {
        return switch (variable) {
            case SENDER -> sender;
            case VIEW -> view;
            case COUNTRY -> country;
            case CHANNEL -> channel;
            default -> facts.valueOf(variable);
        };
    }

    /** These values with another one, of the variable's type. */
    Externals withValue(Variable variable, Object value) {
        return switch (variable) {
            case SENDER -> new Externals((String) value, view, country, channel, facts);
            case VIEW -> new Externals(sender, (String) value, country, channel, facts);
            case COUNTRY -> new Externals(sender, view, (String) value, channel, facts);
            case CHANNEL -> new Externals(sender, view, country, (String) value, facts);
            default -> new Externals(sender, view, country, channel, facts.withValue(variable, value));
        };
    }
}
