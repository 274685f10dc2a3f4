package dev.winnow.bench.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes messages of about 120 bytes: a fifth read like junk, one in twenty has characters outside ASCII. The texts are always the same. */
final class SyntheticTexts {

    private static final List<String> PLAIN = List.of(
            "are you coming home for dinner tonight",
            "the meeting moved to three in the small room",
            "thanks for the lift yesterday",
            "can you pick up milk and bread on the way",
            "happy birthday to you and see you on saturday",
            "the train is late again",
            "mum says hello and asks about the photos",
            "I left the keys with the neighbour downstairs");
    private static final List<String> JUNK = List.of(
            "WINNER! claim your prize now at http://win.example.xyz/4abc!!!",
            "URGENT verify your account now: https://a.b.top/1login22",
            "free voucher bonus EUR 4500 limited, call +49151234567890",
            "your code: 481516 expires, confirm now",
            "lottery prize $9000 selected!!");
    private static final String ACCENTS = " – schöne Grüße 👍";

    private SyntheticTexts() {}

    static List<byte[]> createTexts(int count) {
        Random random = new Random(42);
        return random.ints(count, 0, 100)
                .mapToObj(kind -> createText(kind, random))
                .toList();
    }

    /** Makes texts that no synthetic rule matches. */
    static List<byte[]> createPlain(int count) {
        Random random = new Random(43);
        return random.ints(count, 20, 95)
                .mapToObj(kind -> createText(kind, random))
                .toList();
    }

    private static byte[] createText(int kind, Random random) {
        StringBuilder text = new StringBuilder();
        if (kind < 20) {
            text.append(JUNK.get(random.nextInt(JUNK.size()))).append(' ');
        }
        int length = 90 + random.nextInt(60);
        while (text.length() < length) {
            text.append(PLAIN.get(random.nextInt(PLAIN.size()))).append(". ");
        }
        text.setLength(length);
        return (kind >= 95 ? text + ACCENTS : text.toString()).getBytes(StandardCharsets.UTF_8);
    }
}
