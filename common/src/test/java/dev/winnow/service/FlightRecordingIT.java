package dev.winnow.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flight recording that {@code debug = true} of Terraform makes, with the very options that stand there. */
class FlightRecordingIT {
    private static final Path TERRAFORM = Path.of("../terraform/debug.tf");
    private static final String MARKER = "0:bWFya2VkLXNlY3JldA==";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** A program that does a little work. */
    static final class Program {
        private Program() {}

        public static void main(String... arguments) throws IOException {
            try {
                throw new IllegalStateException(System.getenv("WINNOW_IDSECRETS"));
            } catch (IllegalStateException quoted) {
                Files.writeString(Path.of(arguments[0]), "done");
            }
        }
    }

    @Test
    void holdsNoSecretAndStaysUseful() throws Exception {
        Path recording = folder.resolve("out.jfr");

        record(options().replace("name=winnow", "name=winnow,dumponexit=true,filename=" + recording));

        byte[] bytes = Files.readAllBytes(recording);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(MARKER);
        assertThat(RecordingFile.readAllEvents(recording))
                .noneMatch(event -> event.toString().contains(MARKER));
        Set<String> kinds = RecordingFile.readAllEvents(recording).stream()
                .map(RecordedEvent::getEventType)
                .map(type -> type.getName())
                .collect(Collectors.toSet());
        assertThat(kinds).contains("jdk.JVMInformation", "jdk.ThreadDump", "jdk.GCHeapMemoryUsage");
    }

    private void record(String options) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.resolve("written").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        program.environment().put("JDK_JAVA_OPTIONS", options);
        program.environment().put("WINNOW_IDSECRETS", MARKER);
        program.environment().put("WINNOW_CALLBACKS_MASTERKEY", MARKER);
        Process process = program.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
    }

    private String options() throws IOException {
        Matcher line = Pattern.compile("JDK_JAVA_OPTIONS *= \"([^\"]*)\"").matcher(Files.readString(TERRAFORM));
        assertThat(line.find()).isTrue();
        return line.group(1).replace("/tmp/jfr", folder.resolve("repository").toString());
    }
}
