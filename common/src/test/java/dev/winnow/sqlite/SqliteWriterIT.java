package dev.winnow.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.store.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteWriterIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteWriter writer;

    private volatile int maxPages = 1_000_000;

    @BeforeEach
    void open() throws SQLException {
        SqliteConnections connections = SqliteConnections.to(folder.resolve("writer.db"));
        writer = SqliteWriter.open(() -> {
            Connection connection = connections.open();
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count = " + maxPages);
            }
            return connection;
        });
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void failsOneBadWriteAloneAmongManyNeighbours() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        var _ = writer.queueWrite(_ -> wait(hold));
        List<CompletableFuture<Integer>> good = new ArrayList<>();
        List<CompletableFuture<Integer>> bad = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            good.add(insert(i, 10));
            bad.add(writer.queueWrite(statements -> statements
                    .prepare("INSERT INTO marks (envelope, slot) VALUES (NULL, 1)")
                    .executeUpdate()));
            bad.add(writer.queueWrite(_ -> {
                throw new IllegalStateException("a defect of this write");
            }));
        }
        hold.countDown();

        for (CompletableFuture<Integer> each : good) {
            assertThat(each).succeedsWithin(Duration.ofSeconds(20));
        }
        for (CompletableFuture<Integer> each : bad) {
            assertThat(each)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(StoreUnavailableException.class);
        }
        assertThat(countMarks()).isEqualTo(100);
        assertThat(writer.health().isWritable()).isTrue();
    }

    @Test
    void failsTheWriteThatDoesNotFitAndKeepsTheOthers() throws Exception {
        writer.close();
        maxPages = 60;
        open();
        CountDownLatch hold = new CountDownLatch(1);
        var _ = writer.queueWrite(_ -> wait(hold));
        List<CompletableFuture<Integer>> small = new ArrayList<>(
                IntStream.range(0, 50).mapToObj(i -> insert(i, 10)).toList());
        CompletableFuture<Integer> large = insert(1_000, 1_000_000);
        small.addAll(IntStream.range(50, 100).mapToObj(i -> insert(i, 10)).toList());
        hold.countDown();

        assertThat(large)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("the disk is full");
        for (CompletableFuture<Integer> each : small) {
            assertThat(each).succeedsWithin(Duration.ofSeconds(20));
        }
        assertThat(countMarks()).isEqualTo(100);
    }

    @Test
    void completesEveryWriteThatRacesWithItsEnd() throws Exception {
        List<CompletableFuture<Integer>> writes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var late = threads.submit(() -> {
                for (int i = 0; i < 20_000; i++) {
                    writes.add(writer.queueWrite(_ -> 1));
                }
            });
            writer.close();
            late.get();
        }

        assertThat(writes).allSatisfy(write -> assertThat(write).isDone());
        assertThatThrownBy(() -> writer.writeAndWait(_ -> 1)).isInstanceOf(StoreUnavailableException.class);
    }

    private CompletableFuture<Integer> insert(int slot, int bytes) {
        return writer.queueWrite(statements -> {
            PreparedStatement insert = statements.prepare("INSERT INTO marks (envelope, slot) VALUES (zeroblob(?), ?)");
            insert.setInt(1, bytes);
            insert.setInt(2, slot);
            return insert.executeUpdate();
        });
    }

    private int countMarks() {
        return writer.writeAndWait(statements -> {
            try (ResultSet row =
                    statements.prepare("SELECT count(*) FROM marks").executeQuery()) {
                return row.next() ? row.getInt(1) : -1;
            }
        });
    }

    private static int wait(CountDownLatch hold) {
        try {
            hold.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
