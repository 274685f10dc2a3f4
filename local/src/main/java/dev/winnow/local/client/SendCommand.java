package dev.winnow.local.client;

import dev.winnow.lab.command.Screen;
import dev.winnow.lab.command.ServerOption;
import dev.winnow.lab.command.StandardInput;
import dev.winnow.rules.TextFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
            "One line a message, in the order of the input. Columns on a terminal; elsewhere id, status, verdict, score,"
                    + " matched rules, line number and the text's start, tab-separated. Exit code 1 if a message was not accepted."
        })
public final class SendCommand implements Callable<Integer> {
    /** The longest file, in characters. */
    private static final int MAX_FILE_LENGTH = 64 << 20;

    /** Either a text or a file. */
    static final class Source {
        @Parameters(paramLabel = "TEXT", description = "The message's text; '-' reads it from standard input.")
        private @Nullable String text;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "A file with one message a line, in UTF-8; '-' is standard input.")
        private @Nullable Path file;

        List<String> readTexts() throws IOException {
            if (file != null) {
                return (file.toString().equals(StandardInput.NAME)
                                ? StandardInput.readText()
                                : TextFile.require(file, MAX_FILE_LENGTH))
                        .lines()
                        .toList();
            }
            if (text == null) {
                return List.of();
            }
            return List.of(
                    text.equals(StandardInput.NAME) ? StandardInput.readText().strip() : text);
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

    /** A text and its place in the input, from 1. */
    private record Line(int number, String text) {}

    /** The lines that one message gives, for each of the two outputs; empty for none. */
    private record Printed(String out, String err) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> texts = source.readTexts();
        VerdictLine lines = new VerdictLine(Screen.ofCommand(spec));
        int refused = 0;
        try (WinnowClient client = new WinnowClient(server.url(), server.key());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Deque<Future<Printed>> pending = new ArrayDeque<>();
            for (int number = 1; number <= texts.size(); number++) {
                Line line = new Line(number, texts.get(number - 1));
                if (line.text().isBlank()) {
                    continue;
                }
                if (pending.size() >= Math.max(1, parallel)) {
                    refused += printNext(pending);
                }
                pending.addLast(threads.submit(() -> sendOne(client, line, lines)));
            }
            while (!pending.isEmpty()) {
                refused += printNext(pending);
            }
        }
        if (refused > 0) {
            spec.commandLine().getErr().printf("%d of %d messages were not accepted%n", refused, texts.size());
        }
        return refused == 0 ? 0 : 1;
    }

    /** Prints the message that was sent first; returns 1 if it was not accepted. */
    private int printNext(Deque<Future<Printed>> pending) throws InterruptedException {
        try {
            Printed next = pending.removeFirst().get();
            printLine(spec.commandLine().getOut(), next.out());
            printLine(spec.commandLine().getErr(), next.err());
            return next.err().isEmpty() ? 0 : 1;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Printed sendOne(WinnowClient client, Line line, VerdictLine lines) {
        String id;
        try {
            id = client.submitText(line.text());
        } catch (RuntimeException e) {
            return new Printed("", "line " + line.number() + " was not accepted: " + e.getMessage());
        }
        if (noWait) {
            return new Printed(id, "");
        }
        return new Printed(lines.format(awaitVerdict(client, id), line.number(), line.text()), "");
    }

    private static VerdictView awaitVerdict(WinnowClient client, String id) {
        try {
            return client.awaitVerdict(id);
        } catch (UncheckedIOException e) {
            return new VerdictView(id, "accepted", "", 0, List.of(), "");
        }
    }

    private static void printLine(PrintWriter out, String line) {
        if (!line.isEmpty()) {
            out.println(line);
            out.flush();
        }
    }
}
