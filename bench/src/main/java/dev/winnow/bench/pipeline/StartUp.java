package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures;
import dev.winnow.bench.Jvm;
import dev.winnow.local.client.VerdictView;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.server.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the time from the start of {@code winnow run} to its first verdict, with and without an AOT cache that was trained on the same
 * path.
 */
final class StartUp {
    private static final int ROUNDS = 3;
    private static final int TRAINED_MESSAGES = 50;
    private static final Pattern ENDPOINT = Pattern.compile("serves on (http://\\S+?),");

    private final BenchFigures figures;
    private final Path folder;

    StartUp(BenchFigures figures, Path folder) {
        this.figures = figures;
        this.folder = folder;
    }

    /** Measures the executable jar that {@code make build} leaves in this folder. */
    void measureStartUp(Path target) throws IOException, InterruptedException {
        Path jar = extractJar(target);
        Path cache = folder.resolve("app.aot");
        double _ = timeStart(jar, "-XX:AOTCacheOutput=" + cache, TRAINED_MESSAGES);
        List<Double> plain = new ArrayList<>();
        List<Double> trained = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            plain.add(timeStart(jar, "-Xshare:auto", 1));
            trained.add(timeStart(jar, "-XX:AOTCache=" + cache, 1));
        }
        figures.noteFigure("start.plain", medianOf(plain), "s");
        figures.noteFigure("start.aot", medianOf(trained), "s");
        figures.atMost("start.aot-over-plain", medianOf(trained) / medianOf(plain), 1);
    }

    private Path extractJar(Path target) throws IOException, InterruptedException {
        Path executable;
        try (Stream<Path> files = Files.list(target)) {
            executable = files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no executable jar in " + target + ": run make build"));
        }
        Path extracted = folder.resolve("extracted");
        new ProcessBuilder(
                        Jvm.toolPath("java"),
                        "-Djarmode=tools",
                        "-jar",
                        executable.toString(),
                        "extract",
                        "--destination",
                        extracted.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return extracted.resolve(String.valueOf(executable.getFileName()));
    }

    /** Starts the server, submits this many messages and returns the seconds until the first verdict. */
    private double timeStart(Path jar, String option, int messages) throws IOException, InterruptedException {
        Path data = folder.resolve("start-data");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(commandLine(jar, option, data))
                .redirectError(folder.resolve("start.log").toFile())
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            URI endpoint = endpointIn(out);
            double seconds = 0;
            for (int i = 0; i < messages; i++) {
                judgeMessage(
                        endpoint, Files.readString(DataFolder.demoKeyFile(data)).strip());
                seconds = i == 0 ? (System.nanoTime() - begin) / 1e9 : seconds;
            }
            process.destroy();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IOException("did not stop: " + commandLine(jar, option, data));
            }
            return seconds;
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> commandLine(Path jar, String option, Path data) {
        return Arrays.asList(
                Jvm.toolPath("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                option,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString(),
                "run",
                "--port",
                "0",
                "--data",
                data.toString());
    }

    private static URI endpointIn(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher serving = ENDPOINT.matcher(line);
            if (serving.find()) {
                return URI.create(serving.group(1));
            }
        }
        throw new IOException("the server ended before it served");
    }

    private static void judgeMessage(URI endpoint, String key) throws IOException {
        try (WinnowClient client = new WinnowClient(endpoint, key)) {
            VerdictView seen = client.awaitVerdict(client.submitText("See you at eight?"));
            if (!seen.isDone()) {
                throw new IOException("no verdict within twenty seconds: " + seen.status());
            }
        }
    }

    private static double medianOf(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
