package dev.winnow.yara;

import java.util.List;

/**
 * A rule that matched a text.
 *
 * @param spans where its strings matched, by offset, at most {@link ScanOptions#spans()}; empty for a rule without strings
 */
public record Match(Rule rule, List<ByteSpan> spans) {

    public Match {
        spans = List.copyOf(spans);
    }
}
