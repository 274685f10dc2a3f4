package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LeakDetectorTest {
    @Test
    void knowsKeysAndTheTextsThatWereSent() {
        String _ = LeakDetector.watch("{\"sender\":\"x\",\"text\":\"meet me at the zebra\"}");

        assertThat(LeakDetector.isLeak("got meet me at the zebra from x")).isTrue();
        assertThat(LeakDetector.isLeak("key " + RunningApi.KEY + " is known")).isTrue();
        assertThat(LeakDetector.isLeak("secrets: " + RunningApi.ID_SECRET)).isTrue();
        assertThat(LeakDetector.isLeak("a message was accepted")).isFalse();
    }

    @Test
    void readsWhatEveryLoggerWrites() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

        assertThat(root.getAppender("leaks")).isInstanceOf(LeakDetector.class);
    }
}
