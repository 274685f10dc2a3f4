package dev.winnow.lab.command;

import dev.winnow.rules.TextFile;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The server that a command talks to, and the key that it uses. */
public final class ServerOption {
    @Option(
            names = "--url",
            defaultValue = "${env:WINNOW_URL:-http://localhost:8080}",
            paramLabel = "URL",
            description = "The API (WINNOW_URL; default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String url;

    @Option(
            names = "--key",
            defaultValue = "${env:WINNOW_KEY}",
            paramLabel = "KEY",
            description = "The API key (WINNOW_KEY; default: the demo key in the data folder).")
    private @Nullable String key;

    @Mixin
    private final DataOption data = new DataOption();

    /**
     * The base URL of the API; an address without a scheme means http.
     *
     * @throws IllegalArgumentException if it is no address of an API
     */
    public URI url() {
        return parseAddress(url, "http://localhost:8080");
    }

    /**
     * The address of a server; one without a scheme means http.
     *
     * @param example a good address, for the refusal
     * @throws IllegalArgumentException if it is no address of a server
     */
    public static URI parseAddress(String text, String example) {
        try {
            URI address = new URI(text.contains("://") ? text : "http://" + text);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(refuseAddress(text, example), e);
        }
        throw new IllegalArgumentException(refuseAddress(text, example));
    }

    private static String refuseAddress(String text, String example) {
        return "'%s' is no address of a server; give one such as %s".formatted(text, example);
    }

    /**
     * The API key.
     *
     * @throws IllegalStateException if none is given and there is no demo key; says how to get one
     */
    public String key() throws IOException {
        return key == null || key.isEmpty() ? demoKey() : key;
    }

    private String demoKey() throws IOException {
        Path file = data.path().resolve("demo-key");
        if (Files.notExists(file)) {
            throw new IllegalStateException("no API key: give --key or WINNOW_KEY, or start a server first (make run), "
                    + "which makes a demo key in " + file.toAbsolutePath());
        }
        return TextFile.require(file, 1 << 20).strip();
    }
}
