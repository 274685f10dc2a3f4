package dev.winnow.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.local.Winnow;
import dev.winnow.local.server.LocalServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendCommandIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LocalServer server;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        server = LocalServer.start(folder.resolve("data"), 0, List.of("--management.server.port=0"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void printsALineAMessageInTheOrderOfTheFile() throws IOException {
        StringBuilder texts = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            texts.append("See you at ").append(i).append(" \uD83D\uDE80\n");
        }
        Path file = Files.writeString(folder.resolve("texts"), texts);

        assertThat(send("--file", file.toString())).as(err.toString()).isZero();

        List<String[]> lines =
                out.toString().lines().map(line -> line.split("\t", -1)).toList();
        assertThat(lines).hasSize(40).allSatisfy(line -> assertThat(line[2]).isEqualTo("clean"));
        for (int i = 1; i <= 40; i++) {
            assertThat(lines.get(i - 1)[5]).isEqualTo("" + i);
            assertThat(lines.get(i - 1)[6]).isEqualTo("See you at " + i + " \uD83D\uDE80");
        }
    }

    @Test
    void readsStandardInputAsATextOrAsAFile() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(send("--file", "-")).as(err.toString()).isZero();
            assertThat(out.toString().lines()).hasSize(2);
            System.setIn(new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(send("-")).as(err.toString()).isZero();
            assertThat(out.toString().lines()).hasSize(3);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void saysWhichPartOfAMessageIsRefusedAndSendsTheOthers() throws IOException {
        Path file = Files.writeString(folder.resolve("long"), "one\n" + "x".repeat(9_000) + "\nthree\n");

        assertThat(send("--file", file.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("/text").doesNotContain("Exception");
        assertThat(out.toString()).contains("\t1\tone", "\t3\tthree");
    }

    private int send(String... arguments) {
        List<String> all = new ArrayList<>(List.of("send"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", server.endpoint().toString()));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return Winnow.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
