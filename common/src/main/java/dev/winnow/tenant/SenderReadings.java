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
 * What a sender can mean: a number in E.164, or a name. A number without a plus can mean several, because iOS leaves the plus out and
 * people leave the country code out; two senders are the same when they share a reading. Stateless; any thread.
 */
final class SenderReadings {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /**
     * Blanks, controls, invisible and direction marks, dashes, brackets, dots and slashes. The ranges that are written out are ignorable by
     * default (Unicode, Default_Ignorable_Code_Point) or blank, but of another category.
     */
    private static final Pattern FILLING = Pattern.compile(
            "[\\s\\p{Z}\\p{C}\\p{Pd}\\p{Ps}\\p{Pe}./\\u2212\\u2043\\u00b7"
                    + "\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\x{e0000}-\\x{e0fff}]+");

    private static final Pattern SCHEME = Pattern.compile("(?i)(?:tel|sms|smsto|callto):(.*?)(?:[;?].*)?");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");

    /** Less is a short code, which has no country. */
    private static final int SHORTEST_NUMBER = 7;

    private SenderReadings() {}

    /** Whether this is a country whose numbers are known. */
    static boolean isRegion(String country) {
        return NUMBERS.getSupportedRegions().contains(country);
    }

    /** All readings; none of a sender without letters and digits. */
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

    /** A number with its country code in E.164, without the zero that some write behind the code; as it is if it is no number. */
    private static String international(String number) {
        try {
            return NUMBERS.format(NUMBERS.parse(number, null), PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return number;
        }
    }

    /** Dialled from this country: national, or with the country's own prefix for calls abroad. */
    private static void addNational(String number, String country, Set<String> readings) {
        try {
            PhoneNumber parsed = NUMBERS.parse(number, country);
            if (NUMBERS.isPossibleNumber(parsed)) {
                readings.add(NUMBERS.format(parsed, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException e) {
            // The number is none of this country; its other readings stand.
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

    /** Upper case first: some letters have two small forms. Lookalikes of other scripts stay different letters. */
    private static String foldCase(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
