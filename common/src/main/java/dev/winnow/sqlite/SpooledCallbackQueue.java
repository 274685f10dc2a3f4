package dev.winnow.sqlite;

import dev.winnow.callback.CallbackJson;
import dev.winnow.callback.CallbackQueue;
import dev.winnow.callback.VerdictNotice;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.Delivery;
import dev.winnow.queue.DeliveryListener;
import dev.winnow.queue.Subscription;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes notices to the file before it sends them through a queue that may forget them, and forgets them when they are worked on. What
 * an earlier run left is sent again. Any thread.
 */
final class SpooledCallbackQueue implements CallbackQueue {
    private final CallbackQueue queue;
    private final SqliteWriter writer;

    private SpooledCallbackQueue(CallbackQueue queue, SqliteWriter writer) {
        this.queue = queue;
        this.writer = writer;
    }

    static SpooledCallbackQueue resuming(CallbackQueue queue, SqliteWriter writer, SqliteReaders readers) {
        readers.read(statements -> {
                    List<String> left = new ArrayList<>();
                    try (ResultSet row = statements
                            .get("SELECT item FROM callback_spool ORDER BY envelope")
                            .executeQuery()) {
                        while (row.next()) {
                            left.add(row.getString(1));
                        }
                    }
                    return left;
                })
                .forEach(item -> queue.send(CallbackJson.read(item, VerdictNotice.class)));
        return new SpooledCallbackQueue(queue, writer);
    }

    @Override
    public void send(VerdictNotice notice) {
        int _ = writer.writeAndWait(statements -> {
            PreparedStatement insert =
                    statements.get("INSERT OR REPLACE INTO callback_spool (envelope, revision, item) VALUES (?, ?, ?)");
            insert.setBytes(1, SqliteKeys.bytes(notice.envelope()));
            insert.setInt(2, notice.revision());
            insert.setString(3, CallbackJson.write(notice));
            return insert.executeUpdate();
        });
        queue.send(notice);
    }

    @Override
    public Subscription subscribe(DeliveryListener listener, int concurrency) {
        return queue.subscribe(new ForgettingListener(listener, this::forget), concurrency);
    }

    @Override
    public void bury(DeadLetter letter) {
        queue.bury(letter);
    }

    /** A notice that stays on the spool for want of a last write is only told again. */
    private void forget(List<Delivery> done) {
        List<VerdictNotice> notices = done.stream()
                .flatMap(delivery -> notice(delivery.body()).stream())
                .toList();
        var _ = writer.write(statements -> {
            PreparedStatement delete = statements.get("DELETE FROM callback_spool WHERE envelope = ? AND revision = ?");
            for (VerdictNotice notice : notices) {
                delete.setBytes(1, SqliteKeys.bytes(notice.envelope()));
                delete.setInt(2, notice.revision());
                delete.executeUpdate();
            }
            return notices.size();
        });
    }

    /** Empty for what is no notice and so was never on the spool: the listener has buried it. */
    private static Optional<VerdictNotice> notice(String body) {
        try {
            return Optional.ofNullable(CallbackJson.read(body, VerdictNotice.class))
                    .filter(notice -> notice.envelope() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
