package dev.winnow.local.client;

import dev.winnow.lab.command.ServerOption;
import dev.winnow.rules.TextFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow send}. */
@Command(
        name = "send",
        description = {
            "Submit a message, or a file of them, and print the verdicts.",
            "",
            "One line a message: id, status, verdict, score, matched rules, tab-separated. Exit code 1 if a message was"
                    + " not accepted."
        })
public final class SendCommand implements Callable<Integer> {
    /** The longest file, in characters. */
    private static final int MAX_FILE_LENGTH = 64 << 20;

    /** Either a text or a file. */
    static final class Source {
        @Parameters(paramLabel = "TEXT", description = "The message's text.")
        private @Nullable String text;

        @Option(names = "--file", paramLabel = "FILE", description = "A file with one message a line, in UTF-8.")
        private @Nullable Path file;

        List<String> readTexts() {
            if (file != null) {
                return TextFile.require(file, MAX_FILE_LENGTH)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
            }
            return text == null ? List.of() : List.of(text);
        }
    }

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Source source;

    @Option(names = "--no-wait", description = "Print the ids of the accepted messages and do not wait for verdicts.")
    private boolean noWait;

    @Option(
            names = "--parallel",
            defaultValue = "16",
            paramLabel = "N",
            description = "How many messages are under way at once (default ${DEFAULT-VALUE}).")
    private int parallel;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ServerOption server;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> texts = source.readTexts();
        AtomicInteger refused = new AtomicInteger();
        try (WinnowClient client = new WinnowClient(server.url(), server.key());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore places = new Semaphore(Math.max(1, parallel));
            for (String text : texts) {
                places.acquire();
                threads.execute(() -> {
                    try {
                        sendOne(client, text, refused);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        if (refused.get() > 0) {
            spec.commandLine().getErr().printf("%d of %d messages were not accepted%n", refused.get(), texts.size());
        }
        return refused.get() == 0 ? 0 : 1;
    }

    private void sendOne(WinnowClient client, String text, AtomicInteger refused) {
        String id;
        try {
            id = client.submitText(text);
        } catch (RuntimeException e) {
            refused.incrementAndGet();
            printLine(spec.commandLine().getErr(), "not accepted: " + e.getMessage());
            return;
        }
        if (noWait) {
            printLine(spec.commandLine().getOut(), id);
            return;
        }
        try {
            printLine(spec.commandLine().getOut(), formatLine(client.awaitVerdict(id)));
        } catch (UncheckedIOException e) {
            printLine(spec.commandLine().getOut(), id + "\taccepted");
        }
    }

    static String formatLine(VerdictView verdict) {
        return String.join(
                "\t",
                verdict.id(),
                verdict.status(),
                verdict.verdict(),
                Integer.toString(verdict.score()),
                verdict.reason().isEmpty() ? String.join(",", verdict.rules()) : verdict.reason());
    }

    private static void printLine(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
