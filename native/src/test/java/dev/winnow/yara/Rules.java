package dev.winnow.yara;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short ways to rule sets and texts for tests. */
final class Rules {

    /** Never ends by itself. */
    static final String ENDLESS = "rule endless { condition: for any i in (1..100000000000) : (i == 0) }";

    /** More regex fibers than the engine has, on {@link #exhausting()}. */
    static final String EXHAUSTIBLE = "rule exhaustible { strings: $a = /x([ab]{0,40}){0,40}y/ condition: $a }";

    private Rules() {}

    static RuleSet compile(String text) {
        return RuleCompiler.compile(List.of(new RuleSource("test.yar", text))).orThrow();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] exhausting() {
        return utf8("x" + "ab".repeat(200) + " win");
    }

    /** The names of the rules that matched. */
    static List<String> names(ScanResult result) {
        return scanned(result).matches().stream()
                .map(match -> match.rule().name())
                .toList();
    }

    static ScanResult.Scanned scanned(ScanResult result) {
        return switch (result) {
            case ScanResult.Scanned scanned -> scanned;
            case ScanResult.Failed failed ->
                throw new AssertionError(failed.error().text());
        };
    }
}
