package dev.winnow.message;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a secret setting, {@code number:base64}. Errors end in logs; they name the setting and the place of the part, and hold no
 * character of the secret. The arrays are not copied.
 *
 * @param number 0 to 99
 * @param bytes the decoded key
 */
@SuppressWarnings("ArrayRecordComponent")
public record NumberedKey(int number, byte[] bytes) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,2}):([A-Za-z0-9+/]+={0,2})");

    /**
     * Reads a setting, {@code number:base64} separated by commas.
     *
     * @param setting the name of the setting, as an environment variable
     * @throws IllegalArgumentException if a part has another form; it has no cause, because the cause's message could hold the secret
     */
    public static List<NumberedKey> parse(String setting, String text) {
        String[] parts = text.split(",", -1);
        List<NumberedKey> keys = new ArrayList<>();
        for (String part : parts) {
            keys.add(parseOne(part.strip(), setting, keys.size() + 1, parts.length));
        }
        return keys;
    }

    /** Leaves the key out, so that no log holds it. */
    @Override
    public String toString() {
        return "NumberedKey[number=" + number + "]";
    }

    private static NumberedKey parseOne(String part, String setting, int place, int parts) {
        Matcher form = FORM.matcher(part);
        if (form.matches()) {
            try {
                return new NumberedKey(
                        Integer.parseInt(form.group(1)), Base64.getDecoder().decode(form.group(2)));
            } catch (IllegalArgumentException notBase64) {
                throw malformed(setting, place, parts);
            }
        }
        throw malformed(setting, place, parts);
    }

    private static IllegalArgumentException malformed(String setting, int place, int parts) {
        return new IllegalArgumentException(
                "every part of " + setting + " must be number:base64, such as '0:' and the output of"
                        + " 'openssl rand -base64 32'; part " + place + " of " + parts + " is not");
    }
}
