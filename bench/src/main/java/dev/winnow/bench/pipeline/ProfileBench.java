package dev.winnow.bench.pipeline;

import dev.winnow.bench.Figures;
import dev.winnow.bench.Jvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Who uses the processor for a message, as JFR's processor-time samples tell (JEP 509, Linux). No arguments. */
final class ProfileBench {
    private static final int SINGLE_RATE = 4_000;
    private static final int BATCH_RATE = 8_000;
    private static final int TOP = 25;

    private final Figures figures = new Figures();
    private final Path folder;

    private ProfileBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        ProfileBench bench = new ProfileBench(Files.createTempDirectory("winnow-profile"));
        try (Server server = Server.winnow(bench.folder.resolve("data"), Server.TENANTS, "near")) {
            Loads.warmUp(server, SINGLE_RATE, 1);
            bench.profile("single", server, SINGLE_RATE, 1);
            Loads.warmUp(server, BATCH_RATE, 100);
            bench.profile("batch", server, BATCH_RATE, 100);
        }
    }

    private void profile(String name, Server server, int rate, int batch) throws IOException, InterruptedException {
        Path recording = folder.resolve(name + ".jfr");
        jcmd(server, "JFR.start", "name=" + name, "settings=" + settings());
        Cost cost = Cost.of(server, Loads.round(server, rate, batch));
        jcmd(server, "JFR.stop", "name=" + name, "filename=" + recording);
        CpuSamples samples = CpuSamples.read(recording);
        figures.note(name + ".cpu", cost.micros(), "us/SMS");
        samples.areas().forEach((area, share) -> figures.note(name + "." + area, share * cost.micros(), "us/SMS"));
        System.out.println("Owners of the most samples, in us/SMS (" + samples.count() + " samples):");
        samples.owners().stream()
                .limit(TOP)
                .forEach(owner ->
                        System.out.printf(Locale.ROOT, "%8.2f  %s%n", owner.share() * cost.micros(), owner.method()));
    }

    private Path settings() throws IOException {
        Path settings = folder.resolve("processor-time.jfc");
        try (InputStream resource =
                Objects.requireNonNull(ProfileBench.class.getResourceAsStream("/processor-time.jfc"))) {
            Files.copy(resource, settings, StandardCopyOption.REPLACE_EXISTING);
        }
        return settings;
    }

    private static void jcmd(Server server, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Jvm.tool("jcmd"), String.valueOf(server.pid())));
        command.addAll(List.of(arguments));
        int status = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("jcmd failed: " + command);
        }
    }
}
