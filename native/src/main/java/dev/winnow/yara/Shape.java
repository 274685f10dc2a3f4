package dev.winnow.yara;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern as far as texts that almost match it need to know it. A character stands for a byte, 0 to 255; a part that matches no byte,
 * such as a word boundary, is an empty sequence.
 */
sealed interface Shape {

    /** Longest sample, in bytes. */
    int LONGEST = 400;

    /** One byte out of these. */
    record Chars(String members) implements Shape {}

    /** One after the other. */
    record Sequence(List<Shape> parts) implements Shape {}

    /** One of several. */
    record Choice(List<Shape> parts) implements Shape {}

    /** The part at least {@code min} times; {@code max} is large where there is no limit. */
    record Repeat(Shape part, int min, int max) implements Shape {}

    /** A text in which a repeated part of the pattern goes on and on. */
    record Pump(String start, String unit, String end) {}

    /** Matches the empty text. */
    static Shape nothing() {
        return new Sequence(List.of());
    }

    static Shape literal(String text) {
        return new Sequence(text.chars()
                .<Shape>mapToObj(c -> new Chars(String.valueOf((char) c)))
                .toList());
    }

    /** A short text that the pattern matches, where there is one. */
    default String sample() {
        return sample(LONGEST);
    }

    private String sample(int room) {
        if (room <= 0) {
            return "";
        }
        return switch (this) {
            case Chars(String members) -> members.isEmpty() ? "" : members.substring(0, 1);
            case Choice(List<Shape> parts) ->
                parts.isEmpty() ? "" : parts.getFirst().sample(room);
            case Sequence(List<Shape> parts) -> {
                StringBuilder all = new StringBuilder();
                parts.forEach(part -> all.append(part.sample(room - all.length())));
                yield all.toString();
            }
            case Repeat(Shape part, int min, int max) -> {
                String one = part.sample(room);
                int times = Math.max(min, Math.min(max, 1));
                yield one.repeat(one.isEmpty() ? 0 : Math.min(times, Math.max(1, room / one.length())));
            }
        };
    }

    /** Texts that keep each repeated part busy, the parts within parts too. */
    default List<Pump> pumps() {
        List<Pump> pumps = new ArrayList<>();
        addPumps("", "", pumps);
        return pumps;
    }

    private void addPumps(String start, String end, List<Pump> pumps) {
        switch (this) {
            case Chars _ -> {}
            case Choice(List<Shape> parts) -> parts.forEach(part -> part.addPumps(start, end, pumps));
            case Sequence(List<Shape> parts) -> {
                addFixedParts(parts, start, pumps);
                for (int i = 0; i < parts.size(); i++) {
                    if (!(parts.get(i) instanceof Chars)) {
                        String before = start + new Sequence(parts.subList(0, i)).sample();
                        String after = new Sequence(parts.subList(i + 1, parts.size())).sample() + end;
                        pumps.add(new Pump("", before, ""));
                        parts.get(i).addPumps(before, after, pumps);
                    }
                }
            }
            case Repeat(Shape part, int _, int max) -> {
                if (max > 1) {
                    part.units().forEach(unit -> pumps.add(new Pump(start, unit, end)));
                }
                part.addPumps(start, end, pumps);
            }
        }
    }

    /** The engine starts at the fixed parts of a pattern: many of them are many starts, each of which may go far. */
    private static void addFixedParts(List<Shape> parts, String start, List<Pump> pumps) {
        int from = 0;
        for (int i = 0; i <= parts.size(); i++) {
            if (i == parts.size() || !(parts.get(i) instanceof Chars)) {
                if (i - from > 1) {
                    String before = start + new Sequence(parts.subList(0, from)).sample();
                    pumps.add(new Pump(before, new Sequence(parts.subList(from, i)).sample(), ""));
                }
                from = i + 1;
            }
        }
    }

    /** The texts that a repetition may be made of. */
    private List<String> units() {
        return switch (this) {
            case Chars(String members) ->
                members.length() < 2 ? List.of(members) : List.of(members.substring(0, 1), mixed(members));
            case Repeat(Shape part, int _, int _) -> part.units();
            case Choice(List<Shape> parts) -> {
                List<String> units = new ArrayList<>();
                parts.forEach(part -> units.addAll(part.units()));
                units.add(String.join("", parts.stream().map(Shape::sample).toList()));
                yield units;
            }
            case Sequence(List<Shape> parts) ->
                parts.size() == 1 ? parts.getFirst().units() : List.of(sample());
        };
    }

    /** The bytes of the pattern, each once. */
    default String alphabet() {
        StringBuilder all = new StringBuilder();
        addAlphabet(all);
        StringBuilder distinct = new StringBuilder();
        all.chars().distinct().forEach(c -> distinct.append((char) c));
        return distinct.toString();
    }

    private void addAlphabet(StringBuilder all) {
        switch (this) {
            case Chars(String members) -> all.append(members, 0, Math.min(members.length(), 4));
            case Choice(List<Shape> parts) -> parts.forEach(part -> part.addAlphabet(all));
            case Sequence(List<Shape> parts) -> parts.forEach(part -> part.addAlphabet(all));
            case Repeat(Shape part, int _, int _) -> part.addAlphabet(all);
        }
    }

    /** Some hundred bytes out of the members, in no order. */
    static String mixed(String members) {
        StringBuilder text = new StringBuilder();
        int state = 2_463_534;
        for (int i = 0; i < 199; i++) {
            state = state * 1_103_515_245 + 12_345;
            text.append(members.charAt((state >>> 16) % members.length()));
        }
        return text.toString();
    }
}
