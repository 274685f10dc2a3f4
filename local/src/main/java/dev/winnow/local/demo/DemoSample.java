package dev.winnow.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A bundled message and the verdict it must get.
 *
 * @param expected junk, promotion, transaction or clean
 */
record DemoSample(String expected, String text) {
    private static final String RESOURCE = "samples.tsv";

    static List<DemoSample> listSamples() throws IOException {
        try (InputStream in = DemoSample.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing from the jar; build it again with make build");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", 2))
                    .map(fields -> new DemoSample(fields[0], fields[1]))
                    .toList();
        }
    }
}
