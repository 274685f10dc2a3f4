package dev.winnow.console.pages;

import dev.winnow.console.now.NowFigures;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** Sends the figures of the page Now to all open pages every two seconds. They are made once for all pages, and not at all without one. */
final class LiveFigures implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveFigures.class);
    private static final int EVERY_SECONDS = 2;
    private static final int MOST = 200;

    private final NowFigures figures;
    private final TemplateEngine templates;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-figures").factory());

    LiveFigures(NowFigures figures, TemplateEngine templates) {
        this.figures = figures;
        this.templates = templates;
        Future<?> _ = timer.scheduleWithFixedDelay(this::sendToAll, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Opens a stream; above 200 the oldest pages must ask by themselves. */
    SseEmitter open() {
        SseEmitter page = new SseEmitter();
        page.onCompletion(() -> open.remove(page));
        page.onTimeout(page::complete);
        page.onError(_ -> open.remove(page));
        if (open.size() < MOST) {
            open.add(page);
        } else {
            page.complete();
        }
        return page;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        open.forEach(SseEmitter::complete);
    }

    private void sendToAll() {
        if (open.isEmpty()) {
            return;
        }
        try {
            Context context = new Context();
            context.setVariable("fmt", new Format());
            NowPage.addFigures(
                    (name, value) -> {
                        context.setVariable(name, value);
                        return null;
                    },
                    figures.readNow());
            String html = templates.process("figures", Set.of("figures"), context);
            open.forEach(page -> send(page, html));
        } catch (RuntimeException e) {
            log.warn("The live figures could not be read; the pages show the last ones: {}", e.toString());
        }
    }

    private void send(SseEmitter page, String html) {
        try {
            page.send(SseEmitter.event().name("figures").data(html));
        } catch (IOException | IllegalStateException e) {
            open.remove(page);
            page.completeWithError(e);
        }
    }
}
