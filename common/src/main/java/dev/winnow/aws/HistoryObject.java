package dev.winnow.aws;

import dev.winnow.history.KeptMessage;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MalformedEnvelopeException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The key and the content of an object of the history. The key names the hour in which its messages were accepted, and the
 * tenants, so that a listing tells which objects have to be deleted or written anew. The content is compressed lines: envelope, slot and
 * message, with tabs between. Immutable; any thread.
 *
 * @param hour the hour in which the messages were accepted
 * @param name the name of the object in its hour
 * @param tenants the tenants of the messages, in order
 */
record HistoryObject(Instant hour, String name, List<String> tenants) {
    /** The beginning of the keys of all objects of the history. */
    static final String PREFIX = "history/";

    /** The most characters of the tenants in a key (S3 quota: keys of 1,024 bytes). */
    static final int MAX_TENANTS = 900;

    private static final String SUFFIX = ".gz";
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT).withZone(ZoneOffset.UTC);

    HistoryObject {
        tenants = List.copyOf(new TreeSet<>(tenants));
    }

    /** Reads a key; null for the key of another object. */
    static @Nullable HistoryObject parseKey(String key) {
        List<String> parts = List.of(key.split("/", -1));
        if (parts.size() != 4 || !key.startsWith(PREFIX) || !key.endsWith(SUFFIX)) {
            return null;
        }
        String tenants = parts.get(3).substring(0, parts.get(3).length() - SUFFIX.length());
        try {
            return new HistoryObject(
                    Instant.parse(parts.get(1) + ":00:00Z"), parts.get(2), List.of(tenants.split(",", -1)));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The hour of a message's key. */
    static Instant hourOf(Instant acceptedAt) {
        return acceptedAt.truncatedTo(ChronoUnit.HOURS);
    }

    /** The beginning of the keys of an hour. */
    static String prefixOf(Instant hour) {
        return PREFIX + HOUR.format(hour) + "/";
    }

    String key() {
        return prefixOf(hour) + name + "/" + String.join(",", tenants) + SUFFIX;
    }

    HistoryObject withTenants(List<String> others) {
        return new HistoryObject(hour, name, others);
    }

    static byte[] encode(Collection<KeptMessage> messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            for (KeptMessage message : messages) {
                out.append(message.envelope().toString())
                        .append('\t')
                        .append(String.valueOf(message.slot()))
                        .append('\t')
                        .append(EnvelopeCodec.encode(message.message()).json())
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a content.
     *
     * @throws IllegalStateException if it is damaged
     */
    static List<KeptMessage> decode(byte[] content) {
        List<KeptMessage> messages = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(content)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> parts = List.of(line.split("\t", 3));
                messages.add(new KeptMessage(
                        UUID.fromString(parts.get(0)),
                        Integer.parseInt(parts.get(1)),
                        EnvelopeCodec.decodeSlot(parts.get(2))));
            }
        } catch (IOException | MalformedEnvelopeException | IllegalArgumentException e) {
            throw new IllegalStateException("an object of the history is damaged", e);
        }
        return messages;
    }
}
