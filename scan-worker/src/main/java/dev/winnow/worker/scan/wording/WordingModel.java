package dev.winnow.worker.scan.wording;

import dev.winnow.yara.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A linear model: for each feature its points towards junk, promotion and transaction. Kept as a text file, one feature a line, so
 * that a change of it can be reviewed. Immutable; any thread.
 */
public final class WordingModel {
    /** The name of the feature that every text has. */
    public static final String CONSTANT = "<constant>";

    /** Weights, in the file and in memory, are quarters of a point of the score. */
    public static final int UNITS_PER_POINT = 4;

    /** The largest weight of one feature: 32 points, so no word makes a message junk by itself. */
    public static final int MAX_WEIGHT = 127;

    private static final WordingModel EMPTY = new WordingModel(List.of());
    private static final int HEADS = Head.values().length;

    private final int[] constants = new int[HEADS];
    private final int mask;

    /** Per place the upper 32 bits of the feature's hash, then a byte for each head; 0 where there is none. */
    private final long[] table;

    /** The properties that the model tells points for. */
    public enum Head {
        JUNK(0, Variable.WORDING_JUNK),
        PROMOTION(1, Variable.WORDING_PROMOTION),
        TRANSACTION(2, Variable.WORDING_TRANSACTION);

        private final int place;
        private final Variable variable;

        Head(int place, Variable variable) {
            this.place = place;
            this.variable = variable;
        }

        /** The head whose points a variable holds. */
        public static Optional<Head> find(Variable variable) {
            return Arrays.stream(values())
                    .filter(head -> head.variable == variable)
                    .findFirst();
        }
    }

    /**
     * A feature with its weights.
     *
     * @param name as {@link FeatureHash} describes
     * @param junk quarters of a point, -127 to 127 but for the constant
     */
    public record Line(String name, int junk, int promotion, int transaction) {
        static Line parseLine(String line) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 4) {
                throw new IllegalArgumentException("'%s' must be a feature and three numbers".formatted(line));
            }
            return new Line(
                    columns[0],
                    Integer.parseInt(columns[1]),
                    Integer.parseInt(columns[2]),
                    Integer.parseInt(columns[3]));
        }

        /** The line of the file. */
        public String format() {
            return name + '\t' + junk + '\t' + promotion + '\t' + transaction;
        }
    }

    /** A model of the given features. */
    public WordingModel(List<Line> lines) {
        table = new long[Math.max(16, Integer.highestOneBit(Math.max(1, lines.size())) << 2)];
        mask = table.length - 1;
        for (Line line : lines) {
            if (line.name().equals(CONSTANT)) {
                constants[0] = line.junk();
                constants[1] = line.promotion();
                constants[2] = line.transaction();
            } else {
                putLine(line);
            }
        }
    }

    /** The model that comes with this build. */
    public static WordingModel bundled() {
        return Bundled.MODEL;
    }

    /** A model that says nothing. */
    public static WordingModel empty() {
        return EMPTY;
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException if a line has another form; names it
     */
    public static WordingModel parseText(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .forEach(line -> lines.add(Line.parseLine(line)));
        return new WordingModel(lines);
    }

    boolean isEmpty() {
        return this == EMPTY;
    }

    int constantOf(Head head) {
        return constants[head.place];
    }

    /** The place of a feature in the model, or -1. */
    int findPlace(long hash) {
        long key = hash & 0xffffffff00000000L;
        int place = (int) hash & mask;
        while (table[place] != 0) {
            if ((table[place] & 0xffffffff00000000L) == key) {
                return place;
            }
            place = (place + 1) & mask;
        }
        return -1;
    }

    /** The weight at a place, in quarters of a point. */
    int weightAt(int place, Head head) {
        return (byte) (table[place] >> (8 * head.place));
    }

    private void putLine(Line line) {
        long hash = FeatureHash.ofName(line.name());
        int place = (int) hash & mask;
        while (table[place] != 0) {
            place = (place + 1) & mask;
        }
        long used = 1L << 24;
        table[place] = (hash & 0xffffffff00000000L)
                | used
                | (toByte(line.transaction()) << 16)
                | (toByte(line.promotion()) << 8)
                | toByte(line.junk());
    }

    private static long toByte(int weight) {
        return Math.clamp(weight, -MAX_WEIGHT, MAX_WEIGHT) & 0xffL;
    }

    private static final class Bundled {
        static final WordingModel MODEL = read();

        private static WordingModel read() {
            try (InputStream in = WordingModel.class.getResourceAsStream("/dev/winnow/rules/wording.tsv")) {
                return in == null ? EMPTY : parseText(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("Could not read the bundled wording model", e);
            }
        }
    }
}
