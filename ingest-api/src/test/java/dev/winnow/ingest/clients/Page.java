package dev.winnow.ingest.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of {@code docs/clients}. */
record Page(String text) {
    static Page read(String name) throws IOException {
        return new Page(Files.readString(Path.of("../docs/clients").resolve(name)));
    }

    /** The code blocks with this info string, for example {@code sh} or {@code json query}. */
    List<String> blocks(String info) {
        Matcher fences = Pattern.compile("(?ms)^```" + Pattern.quote(info) + "\\R(.*?)^```$")
                .matcher(text);
        List<String> blocks = new ArrayList<>();
        while (fences.find()) {
            blocks.add(fences.group(1));
        }
        return blocks;
    }

    String block(String info) {
        List<String> blocks = blocks(info);
        if (blocks.size() != 1) {
            throw new AssertionError("expected one block '" + info + "', found " + blocks.size());
        }
        return blocks.getFirst();
    }

    /** The code in the second column of the table row that begins with this. */
    String setting(String row) {
        Matcher cell = Pattern.compile("(?m)^\\| " + Pattern.quote(row) + " \\| `(.*)` \\|$")
                .matcher(text);
        if (!cell.find()) {
            throw new AssertionError("there is no row '" + row + "' with code in it");
        }
        return cell.group(1).replace("\\|", "|");
    }
}
