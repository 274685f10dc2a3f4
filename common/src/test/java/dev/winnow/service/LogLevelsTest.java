package dev.winnow.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

class LogLevelsTest {
    private final Map<String, @Nullable LogLevel> set = new HashMap<>();
    private final LogLevels levels = new LogLevels(new Recorder(), "/winnow/log-levels");

    @Test
    void setsALevelForEachPackage() {
        levels.setLevels("dev.winnow.worker=debug, dev.winnow.aws=TRACE");

        assertThat(set)
                .containsEntry("dev.winnow.worker", LogLevel.DEBUG)
                .containsEntry("dev.winnow.aws", LogLevel.TRACE);
    }

    @Test
    void restoresALoggerThatIsNoLongerNamed() {
        levels.setLevels("dev.winnow.worker=debug");
        levels.setLevels("none");

        assertThat(set).containsEntry("dev.winnow.worker", null);
    }

    @Test
    void keepsTheLevelsWhenTheParameterIsNotReadable() {
        assertThatThrownBy(() -> levels.setLevels("dev.winnow.worker=debug,dev.winnow.aws=loud"))
                .hasMessageContaining("'loud' is no log level");

        assertThat(set).isEmpty();
    }

    /** Records the levels that are set, without a change of this JVM's levels. */
    private final class Recorder extends LoggingSystem {
        @Override
        public void beforeInitialize() {}

        @Override
        public void setLogLevel(@Nullable String loggerName, @Nullable LogLevel level) {
            set.put(String.valueOf(loggerName), level);
        }
    }
}
