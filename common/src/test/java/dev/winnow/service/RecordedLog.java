package dev.winnow.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Every line that reaches a log of this JVM, with its level, its logger and its stack trace. Any thread. */
public final class RecordedLog implements AutoCloseable {
    private final Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level levelBefore = root.getLevel();
    private final Lines lines = new Lines();

    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final Queue<String> all = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            all.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + trace);
        }
    }

    /** Records from now on. A program that starts stops earlier recorders, so call it again after a start. */
    public void record() {
        lines.start();
        root.addAppender(lines);
    }

    /** The lines so far. */
    public Collection<String> lines() {
        return lines.all;
    }

    /** Ends the recording and gives the root logger its level back. */
    @Override
    public void close() {
        root.detachAppender(lines);
        root.setLevel(levelBefore);
    }
}
