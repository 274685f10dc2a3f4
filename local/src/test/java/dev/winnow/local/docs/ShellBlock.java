package dev.winnow.local.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of shell commands on a page.
 *
 * @param page the page, from the root of the repository
 * @param text the commands, without the block's indentation
 */
record ShellBlock(String page, String text) {
    static final Path ROOT = Path.of("..");

    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\S*).*?\n(.*?)^```$");
    private static final Pattern INDENTED = Pattern.compile("(?m)(?<=\n\n)( {4,})\\S.*\n(?:\\1.*\n|\n(?=\\1))*");

    /** Pictures, rules, settings and queries, which are indented too. */
    private static final Pattern OTHER = Pattern.compile(
            "phone / gateway|scan-worker|rule \\w+|condition:|server \\{|tenants:|POST /|fields @|stats sum|\\{\"");

    /** All pages that have commands: README, docs without the decisions, and examples. */
    static List<String> listPages() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> examples = Files.walk(ROOT.resolve("examples"), 2)) {
            return Stream.of(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), docs, examples)
                    .flatMap(pages -> pages)
                    .filter(page ->
                            page.toString().endsWith(".md") && !page.toString().contains("decisions"))
                    .map(page -> ROOT.relativize(page).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ShellBlock> listBlocks(String page) {
        String text = readPage(page);
        List<ShellBlock> blocks = new ArrayList<>();
        Matcher fence = FENCE.matcher(text);
        while (fence.find()) {
            if (fence.group(1).equals("sh")) {
                blocks.add(new ShellBlock(page, fence.group(2)));
            }
        }
        Matcher indented = INDENTED.matcher(fence.replaceAll(""));
        while (indented.find()) {
            String block = indented.group().replaceAll("(?m)^" + indented.group(1), "");
            if (!OTHER.matcher(block).lookingAt()) {
                blocks.add(new ShellBlock(page, block));
            }
        }
        return blocks;
    }

    /** The block of a page that begins with these words. */
    static ShellBlock find(String page, String start) {
        return listBlocks(page).stream()
                .filter(block -> block.text().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page + " has no block that begins with '" + start + "'"));
    }

    static String readPage(String page) {
        try {
            return Files.readString(ROOT.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String firstLine() {
        return text.lines().findFirst().orElseThrow();
    }
}
