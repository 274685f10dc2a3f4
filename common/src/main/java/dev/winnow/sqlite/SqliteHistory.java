package dev.winnow.sqlite;

import dev.winnow.history.KeptMessage;
import dev.winnow.history.MessageHistory;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.tenant.TenantDirectory;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The history of one machine in a file of its own. Deleted texts are overwritten with zeros, and leave the write-ahead log within seconds.
 * Several processes may open the same file. Any thread.
 */
public final class SqliteHistory implements MessageHistory {
    private static final int PAGE = 1_000;
    private static final Pattern CURSOR = Pattern.compile("(\\d+)/([0-9a-f-]{36})/(\\d+)");

    private final SqliteWriter writer;
    private final SqliteReaders readers;

    private SqliteHistory(SqliteWriter writer, SqliteReaders readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * Opens the file. A missing file is made with mode 0600.
     *
     * @throws StoreUnavailableException if it cannot be opened; says which file and why
     */
    public static SqliteHistory openFile(Path file) {
        return PrivateFile.open(file, connections -> {
            SqliteWriter writer = SqliteWriter.open(connections, HistorySchema::migrate);
            try {
                return new SqliteHistory(writer, SqliteReaders.open(connections));
            } catch (SQLException | RuntimeException e) {
                writer.close();
                throw e;
            }
        });
    }

    @Override
    public void saveMessages(List<KeptMessage> messages) {
        int _ = writer.writeAndWait(statements -> {
            PreparedStatement insert = statements.prepare(
                    "INSERT OR REPLACE INTO messages (accepted_at, envelope, slot, tenant, item) VALUES (?, ?, ?, ?, ?)");
            for (KeptMessage message : messages) {
                insert.setLong(1, message.acceptedAt().toEpochMilli());
                insert.setBytes(2, SqliteKeys.toBytes(message.envelope()));
                insert.setInt(3, message.slot());
                insert.setString(4, message.tenant());
                insert.setString(5, EnvelopeCodec.encode(message.message()).json());
                insert.executeUpdate();
            }
            return messages.size();
        });
    }

    /** The place of a message in the file; a page begins after it. */
    private record Place(long acceptedAt, UUID envelope, int slot) {}

    @Override
    public Page readPage(Instant from, Instant to, String cursor) {
        Place after = cursor.equals(START) ? new Place(from.toEpochMilli(), new UUID(0, 0), -1) : parseCursor(cursor);
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare("""
                    SELECT accepted_at, envelope, slot, item FROM messages
                    WHERE (accepted_at, envelope, slot) > (?, ?, ?) AND accepted_at < ?
                    ORDER BY accepted_at, envelope, slot LIMIT ?""");
            select.setLong(1, after.acceptedAt());
            select.setBytes(2, SqliteKeys.toBytes(after.envelope()));
            select.setInt(3, after.slot());
            select.setLong(4, to.toEpochMilli());
            select.setInt(5, PAGE);
            List<KeptMessage> messages = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    messages.add(toMessage(row));
                }
            }
            return new Page(messages, messages.size() < PAGE ? null : cursorAfter(messages.getLast()));
        });
    }

    @Override
    public void forgetMessages(TenantDirectory tenants, Instant now) {
        for (String tenant : listTenants()) {
            long before = MessageHistory.findConsent(tenants, tenant)
                    .map(consent -> now.minus(consent.retention()).toEpochMilli())
                    .orElse(Long.MAX_VALUE);
            int _ = writer.writeAndWait(statements -> {
                PreparedStatement delete =
                        statements.prepare("DELETE FROM messages WHERE tenant = ? AND accepted_at < ?");
                delete.setString(1, tenant);
                delete.setLong(2, before);
                return delete.executeUpdate();
            });
        }
    }

    /** Finishes the writes under way and closes the file. A second call does nothing. */
    @Override
    public void close() {
        writer.close();
        readers.close();
    }

    private List<String> listTenants() {
        return readers.read(statements -> {
            List<String> tenants = new ArrayList<>();
            try (ResultSet row =
                    statements.prepare("SELECT DISTINCT tenant FROM messages").executeQuery()) {
                while (row.next()) {
                    tenants.add(row.getString(1));
                }
            }
            return tenants;
        });
    }

    private static KeptMessage toMessage(ResultSet row) throws SQLException {
        try {
            return new KeptMessage(
                    SqliteKeys.toUuid(row.getBytes(2)), row.getInt(3), EnvelopeCodec.decodeSlot(row.getString(4)));
        } catch (MalformedEnvelopeException e) {
            throw new SQLException("a message of the history is damaged", e);
        }
    }

    private static String cursorAfter(KeptMessage last) {
        return last.acceptedAt().toEpochMilli() + "/" + last.envelope() + "/" + last.slot();
    }

    private static Place parseCursor(String cursor) {
        Matcher parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + cursor + "' is no cursor of this history; begin at its start");
        }
        return new Place(
                Long.parseLong(parts.group(1)), UUID.fromString(parts.group(2)), Integer.parseInt(parts.group(3)));
    }
}
