package dev.winnow.bench.engine;

import dev.winnow.yara.Externals;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.ScanOptions;
import dev.winnow.yara.ScanResult;
import dev.winnow.yara.Scanner;
import java.util.List;

/** Scans all texts through the Java binding. */
final class JavaLoop implements AutoCloseable {

    private final Scanner scanner;
    private final byte[][] texts;

    JavaLoop(RuleSet rules, List<byte[]> texts, ScanOptions options) {
        this.scanner = rules.newScanner(options);
        this.texts = texts.toArray(byte[][]::new);
    }

    /** Scans all texts once and returns the number of matches. */
    long runPass() {
        long matches = 0;
        for (byte[] text : texts) {
            matches += switch (scanner.scan(text, 0, text.length, Externals.NONE)) {
                case ScanResult.Scanned scanned -> scanned.matches().size();
                case ScanResult.Failed failed ->
                    throw new IllegalStateException(failed.error().text());
            };
        }
        return matches;
    }

    @Override
    public void close() {
        scanner.close();
    }
}
