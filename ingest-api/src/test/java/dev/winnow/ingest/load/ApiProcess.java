package dev.winnow.ingest.load;

import dev.winnow.ingest.RunningApi;
import dev.winnow.verdict.VerdictSamples;
import dev.winnow.verdict.VerdictStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The API in a process of its own: prints its port, then answers commands. */
final class ApiProcess {
    private final AtomicReference<ReadLog> log = new AtomicReference<>();
    private final RunningApi api = RunningApi.startThrough(this::logged);

    private ApiProcess() {}

    private VerdictStore logged(VerdictStore store) {
        log.set(new ReadLog(store));
        return log.get();
    }

    public static void main(String... arguments) throws IOException {
        ApiProcess process = new ApiProcess();
        System.out.println(process.api.port());
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(process.answer(line.split(" ", -1)));
            }
        }
    }

    private String answer(String... command) throws IOException {
        return switch (command[0]) {
            case "ids" -> ids(Path.of(command[1]), Integer.parseInt(command[2]), Integer.parseInt(command[3]));
            case "waiters" -> String.valueOf(api.waiters());
            case "reads" -> String.valueOf(api.verdicts.reads());
            case "most-reads" -> String.valueOf(log.get().mostReadsWithin(Duration.ofSeconds(2)));
            case "largest-batch" -> String.valueOf(log.get().largestBatch());
            case "heap" -> usedMegabytes();
            default -> throw new IllegalArgumentException("unknown command " + command[0]);
        };
    }

    /** Writes so many ids for each of so many new envelopes. */
    private String ids(Path file, int count, int slots) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID envelope = VerdictSamples.envelope();
            for (int slot = 0; slot < slots; slot++) {
                ids.add(api.ids.issueId(envelope, slot, RunningApi.TENANT).toString());
            }
        }
        Files.write(file, ids);
        return String.valueOf(ids.size());
    }

    private static String usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return String.valueOf((runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
