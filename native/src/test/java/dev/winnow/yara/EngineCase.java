package dev.winnow.yara;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One check of the engine cases; their README says how they are written.
 *
 * @param input as it is written in the case
 * @param matches rules that match, in order; empty for none
 * @param spans all spans of the only rule; null if the case does not say
 * @param error libyara's number; 0 if the source compiles
 */
record EngineCase(
        String place,
        String source,
        String input,
        Externals externals,
        List<String> matches,
        @Nullable List<ByteSpan> spans,
        int error) {

    byte[] inputBytes() {
        return CaseInput.bytes(input);
    }

    Optional<List<ByteSpan>> expectedSpans() {
        return Optional.ofNullable(spans);
    }

    @Override
    public String toString() {
        return place;
    }
}
