package dev.winnow.ingest.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Reads {@code Accept}. Empty elements, which a list may have (RFC 9110, section 5.6.1), and malformed ones count for nothing. */
final class AcceptHeader {
    private AcceptHeader() {}

    /** The media ranges of all lines of the header; empty if they hold no element, which admits everything. */
    static Optional<List<MediaType>> of(HttpServletRequest request) {
        List<MediaType> ranges = new ArrayList<>();
        boolean isAnything = true;
        Enumeration<String> lines = request.getHeaders("Accept");
        while (lines.hasMoreElements()) {
            for (String range : MimeTypeUtils.tokenize(lines.nextElement())) {
                if (!range.isBlank()) {
                    isAnything = false;
                    add(range.strip(), ranges);
                }
            }
        }
        return isAnything ? Optional.empty() : Optional.of(ranges);
    }

    private static void add(String range, List<MediaType> ranges) {
        try {
            ranges.add(MediaType.parseMediaType(range));
        } catch (InvalidMediaTypeException e) {
            // It names no type that could be sent.
        }
    }
}
