package dev.winnow.yara;

/**
 * The facts about a message that a condition may ask besides its text: the external variables of every rule set. All are strings, in
 * UTF-8 within the rules, at most 8,192 bytes; unknown is the empty string.
 *
 * @param sender phone number or alphanumeric sender id
 * @param view the form of the text that is scanned, such as {@code raw} or {@code folded}
 * @param country ISO 3166-1 alpha-2 code
 * @param channel where the message came from, such as {@code sms}
 */
public record Externals(String sender, String view, String country, String channel) {

    /** Nothing is known. */
    public static final Externals NONE = new Externals("", "", "", "");

    static final int COUNT = 4;

    /** In the order of winnow_yara.h. */
    String valueAt(int index) {
        return switch (index) {
            case 0 -> sender;
            case 1 -> view;
            case 2 -> country;
            case 3 -> channel;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    Externals withValue(int index, String value) {
        return switch (index) {
            case 0 -> new Externals(value, view, country, channel);
            case 1 -> new Externals(sender, value, country, channel);
            case 2 -> new Externals(sender, view, value, channel);
            case 3 -> new Externals(sender, view, country, value);
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
