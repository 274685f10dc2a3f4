package dev.winnow.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsCloserTest {
    @Test
    void closesEveryPartAndKeepsTheFirstError() {
        List<String> closed = new ArrayList<>();
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        for (String name : List.of("folder", "database", "queue", "api")) {
            parts.push(() -> {
                closed.add(name);
                if (!name.equals("folder")) {
                    throw new IllegalStateException(name + " failed");
                }
            });
        }

        assertThat(PartsCloser.closeAll(parts))
                .hasValueSatisfying(first -> assertThat(first)
                        .hasMessage("api failed")
                        .satisfies(e -> assertThat(e.getSuppressed())
                                .extracting(Throwable::getMessage)
                                .containsExactly("queue failed", "database failed")));
        assertThat(closed).containsExactly("api", "queue", "database", "folder");
        assertThat(parts).isEmpty();
    }
}
