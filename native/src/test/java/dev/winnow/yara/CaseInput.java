package dev.winnow.yara;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inputs of engine cases, such as {@code "ab"*3 "\x00"}. */
final class CaseInput {

    private static final Pattern PART = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?:\\*([0-9]+))?");
    private static final Pattern CHARACTER = Pattern.compile("\\\\x([0-9a-fA-F]{2})|\\\\(.)|([^\\\\]+)");

    private CaseInput() {}

    static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            byte[] part = unescape(parts.group(1));
            int times = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
            for (int i = 0; i < times; i++) {
                out.writeBytes(part);
            }
        }
        return out.toByteArray();
    }

    private static byte[] unescape(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher characters = CHARACTER.matcher(text);
        while (characters.find()) {
            if (characters.group(1) != null) {
                out.write(Integer.parseInt(characters.group(1), 16));
            } else if (characters.group(2) != null) {
                out.writeBytes(escaped(characters.group(2)).getBytes(StandardCharsets.UTF_8));
            } else {
                out.writeBytes(characters.group(3).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String escaped(String character) {
        return switch (character) {
            case "n" -> "\n";
            case "t" -> "\t";
            default -> character;
        };
    }
}
