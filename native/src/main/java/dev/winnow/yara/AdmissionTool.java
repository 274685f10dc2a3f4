package dev.winnow.yara;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

    private final Duration patience;
    private final Path folder;
    private final Path executable;

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
    CompileReport compile(List<RuleSource> sources) {
        return switch (run(PackedSources.pack(sources), "compile")) {
            case Run.Died died -> throw new DeathException(died.how());
            case Run.Finished finished -> {
                MemorySegment output = finished.output();
                Report report = new Report(output.asSlice(1));
                List<CompileMessage> messages = report.messages(sources);
                yield new CompileReport(output.get(ValueLayout.JAVA_BYTE, 0) != 0, report.rules(), messages);
            }
        };
    }

    /** Measures in the child; the lines of winnow_admit.c as far as they came. */
    Measurement measure(List<RuleSource> sources, List<byte[]> seeds, double stop) {
        byte[] packed = PackedSources.pack(sources);
        int size = Integer.BYTES
                + packed.length
                + seeds.stream().mapToInt(seed -> Integer.BYTES + seed.length).sum();
        ByteBuffer input = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        input.putInt(packed.length).put(packed);
        seeds.forEach(seed -> input.putInt(seed.length).put(seed));
        return switch (run(input.array(), "measure", Double.toString(stop))) {
            case Run.Finished finished -> new Measurement(lines(finished.output()), null);
            case Run.Died died -> new Measurement(lines(died.output()), died.how());
        };
    }

    /** The engine did not survive a source. */
    static final class DeathException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        DeathException(String how) {
            super(how);
        }
    }

    private Run run(byte[] input, String... arguments) {
        try {
            Path in = Files.write(folder.resolve("in"), input);
            Path out = folder.resolve("out");
            Path err = folder.resolve("err");
            List<String> command = new ArrayList<>(List.of(executable.toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return outcome(
                    ended, process.exitValue(), MemorySegment.ofArray(Files.readAllBytes(out)), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the admission tool %s cannot be run; does its folder allow execution?".formatted(executable), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("admission was interrupted", e);
        }
    }

    private Run outcome(boolean ended, int status, MemorySegment output, String errors) {
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

    private static List<String> lines(MemorySegment output) {
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
