package dev.winnow.local.evaluate;

import dev.winnow.local.learn.*;
import dev.winnow.worker.rules.RuleFolder;
import java.nio.file.Path;

final class CvMain {
    private CvMain() {}

    public static void main(String[] a) throws Exception {
        Corpus c = Corpus.read(Path.of(a[0]));
        long t = System.nanoTime();
        var given = RuleFolder.bundled().stream()
                .filter(s -> !s.name().equals("learnt.yar"))
                .toList();
        LearnOptions o = a.length > 1
                ? new LearnOptions(1, Integer.parseInt(a[1]), Integer.parseInt(a[2]))
                : LearnOptions.DEFAULT;
        CrossValidation cv = new CrossValidation(c, given, o, 5);
        cv.results().forEach((n, s) -> {
            Scores h = s.where(i -> TextKey.isHeldOut(c.messages().get(i).text()));
            System.out.printf(
                    "%-14s @0.1%% %.4f @0.5%% %.4f acc %.4f | recall %.4f fpr %.5f || held out @0.5%% %.4f recall %.4f fpr %.5f n=%d%n",
                    n,
                    s.recallAt(0.001),
                    s.recallAt(0.005),
                    s.accuracy(),
                    s.recall(),
                    s.falsePositiveRate(),
                    h.recallAt(0.005),
                    h.recall(),
                    h.falsePositiveRate(),
                    h.values().length);
        });
        if (Boolean.getBoolean("show")) {
            Scores s = cv.results().get(CrossValidation.BOTH);
            Integer[] order = new Integer[c.messages().size()];
            for (int i = 0; i < order.length; i++) order[i] = i;
            java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> s.junk()[i] ? s.values()[i] : 1000 - s.values()[i]));
            int spam = 0, ham = 0;
            for (int i : order) {
                String m0 = c.messages().get(i).text();
                if (TextKey.isHeldOut(m0)) continue;
                if (s.junk()[i] && spam++ < 55 || !s.junk()[i] && ham++ < 30) {
                    System.out.println((s.junk()[i] ? "SPAM " : "HAM ") + (int) s.values()[i] + " " + cv.results().get(CrossValidation.GIVEN).values()[i] + " | " + m0 + " | " + cv.verdicts().get(i).matches().stream().filter(m -> !m.rule().startsWith("learnt")).map(m -> m.rule()).toList());
                }
            }
        }
        System.out.println((System.nanoTime() - t) / 1000000 + " ms");
    }
}
