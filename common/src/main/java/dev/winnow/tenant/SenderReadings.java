package dev.winnow.tenant;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the readings of a sender: a number in E.164, or a name. A number without a plus has several readings, because iOS leaves the plus out
 * and people leave the country code out. Two senders are equal if they share a reading. Stateless; any thread.
 */
final class SenderReadings {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /**
     * The characters to leave out: blanks, controls, invisible and direction marks, dashes, brackets, dots and slashes. The ranges at the end
     * are ignorable by default (Unicode, Default_Ignorable_Code_Point) or blank, but have another category.
     */
    private static final Pattern FILLING = Pattern.compile(
            "[\\s\\p{Z}\\p{C}\\p{Pd}\\p{Ps}\\p{Pe}./\\u2212\\u2043\\u00b7"
                    + "\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\x{e0000}-\\x{e0fff}]+");

    private static final Pattern SCHEME = Pattern.compile("(?i)(?:tel|sms|smsto|callto):(.*?)(?:[;?].*)?");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");

    /** The fewest digits of a number with a country; a shorter number is a short code. */
    private static final int SHORTEST_NUMBER = 7;

    private SenderReadings() {}

    /** Whether the library knows the numbers of this country. */
    static boolean isRegion(String country) {
        return NUMBERS.getSupportedRegions().contains(country);
    }

    /** Finds all readings; a sender without letters and digits has none. */
    static Set<String> of(String sender, @Nullable String country) {
        String bare = withAsciiDigits(FILLING.matcher(Normalizer.normalize(sender, Normalizer.Form.NFKC))
                .replaceAll(""));
        var scheme = SCHEME.matcher(bare);
        String address = scheme.matches() ? scheme.group(1) : bare;
        if (address.isEmpty()) {
            return Set.of();
        }
        return NUMBER.matcher(address).matches() ? ofNumber(address, country) : Set.of(foldCase(address));
    }

    private static Set<String> ofNumber(String number, @Nullable String country) {
        if (number.startsWith("+")) {
            return Set.of(international(number));
        }
        Set<String> readings = new HashSet<>();
        readings.add(number);
        if (number.length() < SHORTEST_NUMBER) {
            return readings;
        }
        if (number.startsWith("00")) {
            readings.add(international("+" + number.substring(2)));
        } else if (!number.startsWith("0")) {
            readings.add(international("+" + number));
        }
        if (country != null) {
            addNational(number, country, readings);
        }
        return readings;
    }

    /** Converts a number with a country code to E.164, without a zero behind the code; an invalid number stays as it is. */
    private static String international(String number) {
        try {
            return NUMBERS.format(NUMBERS.parse(number, null), PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return number;
        }
    }

    /** Adds the reading of a number that is dialled in this country: national, or with the country's prefix for calls abroad. */
    private static void addNational(String number, String country, Set<String> readings) {
        try {
            PhoneNumber parsed = NUMBERS.parse(number, country);
            if (NUMBERS.isPossibleNumber(parsed)) {
                readings.add(NUMBERS.format(parsed, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException e) {
            // The number is invalid in this country; its other readings stand.
        }
    }

    private static String withAsciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                ascii.append(Character.digit(point, 10));
            } else {
                ascii.appendCodePoint(point);
            }
        });
        return ascii.toString();
    }

    /** Folds the case of a name, by capitals first, because some letters have two small forms. Lookalikes of other scripts stay different. */
    private static String foldCase(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
