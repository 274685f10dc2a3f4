package dev.winnow.yara;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the engine cases. */
final class EngineCases {

    private static final String INPUT = "((?:\"(?:[^\"\\\\]|\\\\.)*\"(?:\\*[0-9]+)?\\s*)*)";
    private static final Pattern CHECK =
            Pattern.compile("([-+=]) " + INPUT + "\\s*(?:\\[(.*)])?\\s*(@)?\\s*([^\\[\\]]*)");

    private final String file;
    private final List<EngineCase> cases = new ArrayList<>();
    private final StringBuilder source = new StringBuilder();
    private boolean checked;

    private EngineCases(String file) {
        this.file = file;
    }

    static List<EngineCase> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(file -> new EngineCases(file.getFileName().toString()).read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        URL folder = Objects.requireNonNull(EngineCases.class.getResource("cases"));
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<EngineCase> read(Path path) {
        try {
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                readLine(lines.get(i), i + 1);
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readLine(String line, int number) {
        if (line.isBlank() || (line.startsWith("# ") && number == 1)) {
            return;
        }
        String content = line.strip();
        if (!line.startsWith(" ")) {
            source.setLength(0);
            checked = false;
        } else if (content.matches("[-+=] .*|[-+=]")) {
            cases.add(check(content, number));
            checked = true;
        } else if (content.startsWith("! ")) {
            int error = Integer.parseInt(content.substring(2));
            cases.add(new EngineCase(file + ":" + number, rule(), "", Externals.NONE, List.of(), null, error));
            checked = true;
        } else if (checked) {
            throw new IllegalArgumentException("%s:%d: a source after a check".formatted(file, number));
        } else {
            source.append(content).append('\n');
        }
    }

    private EngineCase check(String content, int number) {
        Matcher check = CHECK.matcher(content);
        if (!check.matches()) {
            throw new IllegalArgumentException("%s:%d: not a check: %s".formatted(file, number, content));
        }
        boolean named = check.group(1).equals("=");
        String rest = check.group(5).strip();
        List<String> words = rest.isEmpty() ? List.of() : List.of(rest.split("\\s+"));
        List<String> matches = named ? words : check.group(1).equals("+") ? List.of("r") : List.of();
        List<ByteSpan> spans = check.group(4) == null
                ? null
                : words.stream().map(EngineCases::span).toList();
        Externals externals = externals(check.group(3) == null ? "" : check.group(3));
        return new EngineCase(file + ":" + number, rule(), check.group(2), externals, matches, spans, 0);
    }

    /** The source as it is, or the short form of one rule. */
    private String rule() {
        String text = source.toString();
        int arrow = text.lastIndexOf("=>");
        if (arrow < 0) {
            return text;
        }
        String strings = text.substring(0, arrow).isBlank() ? "" : "strings: " + text.substring(0, arrow);
        return "rule r { %s condition: %s }".formatted(strings, text.substring(arrow + 2));
    }

    private static ByteSpan span(String word) {
        String[] parts = word.split(":", -1);
        return new ByteSpan(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static Externals externals(String list) {
        Map<String, String> values = new HashMap<>();
        Pattern.compile("(\\w+)=(\\S*)")
                .matcher(list)
                .results()
                .forEach((MatchResult pair) -> values.put(pair.group(1), pair.group(2)));
        Externals externals = Externals.NONE;
        for (Variable variable : Variable.ALL) {
            String value = values.get(variable.token());
            if (value != null) {
                externals = externals.withValue(variable, readValue(variable, value));
            }
        }
        return externals;
    }

    private static Object readValue(Variable variable, String value) {
        return switch (variable.type()) {
            case TEXT -> value;
            case INTEGER -> Long.valueOf(value);
            case BOOLEAN -> Boolean.valueOf(value);
        };
    }
}
