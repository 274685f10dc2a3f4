package dev.winnow.sqlite;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.SlotVerdict;
import dev.winnow.verdict.Verdict;
import dev.winnow.verdict.VerdictsCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One row of the table {@code verdicts}. Its checksum (CRC-32C of key and item) tells a damaged row from a sound one. */
final class StoredVerdicts {
    private static final Logger log = LoggerFactory.getLogger(StoredVerdicts.class);
    private static final String DAMAGED = "the stored verdict of this message is damaged on the disk";

    private final UUID envelope;
    private final byte[] item;

    /** The checksum; null in rows of releases that wrote none. */
    private final @Nullable Long checksum;

    private StoredVerdicts(UUID envelope, byte[] item, @Nullable Long checksum) {
        this.envelope = envelope;
        this.item = item;
        this.checksum = checksum;
    }

    UUID envelope() {
        return envelope;
    }

    /** Reads the columns {@code item} and {@code checksum}. */
    static StoredVerdicts read(UUID envelope, ResultSet row) throws SQLException {
        byte[] item = row.getBytes(1);
        long checksum = row.getLong(2);
        return new StoredVerdicts(envelope, item, row.wasNull() ? null : checksum);
    }

    static long checksum(UUID envelope, byte[] item) {
        CRC32C crc = new CRC32C();
        crc.update(SqliteKeys.toBytes(envelope));
        crc.update(item);
        return crc.getValue();
    }

    /** Decodes the verdicts; empty if the row is damaged. */
    Optional<EnvelopeVerdicts> decode() {
        if (checksum != null && checksum != checksum(envelope, item)) {
            return Optional.empty();
        }
        try {
            return Optional.of(VerdictsCodec.decode(envelope, item));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Decodes the verdicts. Every message of a damaged row reads as failed, so that no client waits for its verdict for ever. */
    EnvelopeVerdicts decodeOrFailed() {
        return decode().orElseGet(() -> {
            log.error(
                    "The stored verdicts of envelope {} are damaged in the database; the messages of that envelope read as failed",
                    envelope);
            return failed(envelope, Envelope.MAX_SLOTS, DAMAGED);
        });
    }

    /** Makes the verdict "failed" for every message of an envelope. */
    static EnvelopeVerdicts failed(UUID envelope, int slots, String reason) {
        Instant openedAt = Instant.ofEpochMilli(Envelope.openedAtMillis(envelope));
        SlotVerdict failed = new SlotVerdict(new Verdict.Failed(reason), null, openedAt);
        List<SlotVerdict> all = Collections.nCopies(Math.clamp(slots, 1, Envelope.MAX_SLOTS), failed);
        return new EnvelopeVerdicts(envelope, 1, "none", "none", openedAt, all);
    }
}
