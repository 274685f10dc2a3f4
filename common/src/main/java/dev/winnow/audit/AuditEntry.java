package dev.winnow.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One action of an operator. It holds no message text and no secret. Immutable; any thread.
 *
 * @param id the entry's name: later entries have larger ids
 * @param at the time of the action, in milliseconds
 * @param by the operator's name
 * @param role the role under which the operator acted
 * @param channel the way the action came: {@code page}, {@code command} or {@code system}
 * @param action a verb and an object, such as {@code redrive dead letter}
 * @param target the object's name, such as a tenant or an envelope; empty if there is none
 * @param detail more for a reader; at most {@value #MAX_DETAIL_CHARS} characters are kept
 */
public record AuditEntry(
        String id, Instant at, String by, String role, String channel, String action, String target, String detail) {
    public static final int MAX_DETAIL_CHARS = 500;

    public AuditEntry {
        detail = detail.length() <= MAX_DETAIL_CHARS ? detail : detail.substring(0, MAX_DETAIL_CHARS);
    }

    /** Makes an entry with a new id. */
    public static AuditEntry of(
            Instant at, String by, String role, String channel, String action, String target, String detail) {
        Instant millis = Instant.ofEpochMilli(at.toEpochMilli());
        String id = "%013d-%s"
                .formatted(
                        millis.toEpochMilli(),
                        HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        return new AuditEntry(id, millis, by, role, channel, action, target, detail);
    }
}
