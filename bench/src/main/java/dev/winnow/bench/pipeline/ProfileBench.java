package dev.winnow.bench.pipeline;

import dev.winnow.bench.BenchFigures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;

/** Measures the share of each area in the processor time of a message, by JFR's processor-time samples (JEP 509, Linux). No arguments. */
final class ProfileBench {
    private static final int SINGLE_RATE = 4_000;
    private static final int BATCH_RATE = 8_000;
    private static final int TOP = 25;

    private final BenchFigures figures = new BenchFigures();
    private final Path folder;

    private ProfileBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        ProfileBench bench = new ProfileBench(Files.createTempDirectory("winnow-profile"));
        try (Server server = Server.startWinnow(bench.folder.resolve("data"), Server.TENANTS)) {
            var _ = WarmUp.warmUp(server, SINGLE_RATE, 1);
            bench.recordProfile("single", server, SINGLE_RATE, 1);
            var _ = WarmUp.warmUp(server, BATCH_RATE, 100);
            bench.recordProfile("batch", server, BATCH_RATE, 100);
        }
    }

    private void recordProfile(String name, Server server, int rate, int batch) throws IOException {
        Path recording = folder.resolve(name + ".jfr");
        String _ = server.runJcmd("JFR.start", "name=" + name, "settings=" + recordingSettings());
        Cost cost = Cost.measureCost(server, Loads.planRound(server, rate, batch));
        String _ = server.runJcmd("JFR.stop", "name=" + name, "filename=" + recording);
        CpuSamples samples = CpuSamples.readRecording(recording);
        double micros = cost.micros() + cost.readMicros();
        figures.noteFigure(name + ".cpu-and-reading", micros, "us/SMS");
        samples.areaShares().forEach((area, share) -> figures.noteFigure(name + "." + area, share * micros, "us/SMS"));
        System.out.println("Owners of the most samples, in us/SMS (" + samples.sampleCount() + " samples):");
        samples.listOwners().stream()
                .limit(TOP)
                .forEach(
                        owner -> System.out.printf(Locale.ROOT, "%8.2f  %s%n", owner.share() * micros, owner.method()));
    }

    private Path recordingSettings() throws IOException {
        Path settings = folder.resolve("processor-time.jfc");
        try (InputStream resource =
                Objects.requireNonNull(ProfileBench.class.getResourceAsStream("/processor-time.jfc"))) {
            Files.copy(resource, settings, StandardCopyOption.REPLACE_EXISTING);
        }
        return settings;
    }
}
