package dev.winnow.yara;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The child process winnow-admit, in a private folder that goes when this is closed. */
final class AdmissionTool implements AutoCloseable {

    /** How a run ended: by itself, by a signal, or because it took too long. */
    sealed interface Run {
        /** With its output. */
        record Finished(MemorySegment output) implements Run {}

        /** Without the end of its output; how, in words. */
        record Died(String how, MemorySegment output) implements Run {}
    }

    private static final int SIGNAL = 128;
    private static final int LOOK_EVERY_MILLIS = 20;

    private final Duration patience;
    private final Path folder;
    private final Path executable;
    private final AtomicInteger runs = new AtomicInteger();

    AdmissionTool(Duration patience) {
        this.patience = patience;
        try {
            this.folder = Files.createTempDirectory("winnow-admission");
            this.executable = NativeLibrary.admissionTool(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("rules cannot be admitted without a temporary folder", e);
        }
    }

    /** Compiles in the child; throws {@link DeathException} if it dies of it. */
    CompileReport compileInChild(List<RuleSource> sources) {
        return switch (runChild(PackedSources.packSources(sources), "compile")) {
            case Run.Died died -> throw new DeathException(died.how());
            case Run.Finished finished -> {
                MemorySegment output = finished.output();
                Report report = new Report(output.asSlice(1));
                List<CompileMessage> messages = report.readMessages(sources);
                yield new CompileReport(output.get(ValueLayout.JAVA_BYTE, 0) != 0, report.readRules(), messages);
            }
        };
    }

    /** Measures in the child; see winnow_admit.c for the arguments. */
    Lines measureInChild(MeasuringJobs jobs, String... arguments) {
        return switch (runChild(jobs.packed(), arguments)) {
            case Run.Finished finished -> new Lines(readLines(finished.output()), null);
            case Run.Died died -> new Lines(readLines(died.output()), died.how());
        };
    }

    /**
     * The output of a measuring run, as far as it came.
     *
     * @param death how the child died; null if it did not
     */
    record Lines(List<String> lines, @Nullable String death) {

        /** The lines of each job that is done, in their order, without its number. */
        Map<Integer, List<String>> finished() {
            Map<Integer, List<String>> finished = new LinkedHashMap<>();
            List<String> job = new ArrayList<>();
            for (String line : lines) {
                String[] field = line.split("\t", 3);
                switch (field[0]) {
                    case "begin" -> job = new ArrayList<>();
                    case "done" -> finished.put(Integer.valueOf(field[1]), job);
                    default -> job.add(field[0] + "\t" + field[2]);
                }
            }
            return finished;
        }
    }

    /** The engine did not survive a source. */
    static final class DeathException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        DeathException(String how) {
            super(how);
        }
    }

    private Run runChild(byte[] input, String... arguments) {
        try {
            int number = runs.incrementAndGet();
            Path in = Files.write(folder.resolve("in" + number), input);
            Path out = folder.resolve("out" + number);
            Path err = folder.resolve("err" + number);
            List<String> command = new ArrayList<>(List.of(executable.toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = waitFor(process);
            Files.delete(in);
            return toRun(
                    ended, process.exitValue(), MemorySegment.ofArray(Files.readAllBytes(out)), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the admission tool %s cannot be run; does its folder allow execution?".formatted(executable), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("admission was interrupted", e);
        }
    }

    /** Whether it ended before its patience did, which counts processor time: a pause of the machine fails no rule. */
    private boolean waitFor(Process process) throws InterruptedException {
        try {
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
                if (used.compareTo(patience) > 0) {
                    return false;
                }
            }
            return true;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Run toRun(boolean ended, int status, MemorySegment output, String errors) {
        if (!ended) {
            return new Run.Died("did not end within %d s".formatted(patience.toSeconds()), output);
        }
        if (status == 0) {
            return new Run.Finished(output);
        }
        return new Run.Died(
                status > SIGNAL
                        ? "ended the engine's process with signal %d".formatted(status - SIGNAL)
                        : "stopped the engine's process: %s".formatted(errors.strip()),
                output);
    }

    private static List<String> readLines(MemorySegment output) {
        return new String(output.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder %s cannot be removed".formatted(folder), e);
        }
    }
}
