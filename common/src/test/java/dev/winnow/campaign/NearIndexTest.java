package dev.winnow.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NearIndexTest {
    private static final int PLACES = 200;

    private final SplittableRandom random = new SplittableRandom(25);

    @Test
    void findsWhatASearchThroughAllFinds() {
        NearIndex index = new NearIndex(PLACES);
        List<Fingerprint> all = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            all.add(new Fingerprint(random.nextLong(), random.nextLong()));
            index.put(place, all.get(place));
        }
        for (int step = 0; step < 5_000; step++) {
            int place = random.nextInt(PLACES);
            index.remove(place);
            all.set(place, new Fingerprint(random.nextLong(), random.nextLong()));
            index.put(place, all.get(place));

            int wanted = random.nextInt(PLACES);
            int changes = random.nextInt(Fingerprint.VALUES);
            Fingerprint changed = change(all.get(wanted), changes);
            boolean isNear = changed.isNear(all.get(wanted));
            assertThat(index.findNearest(changed))
                    .as("%d values of %s changed", changes, all.get(wanted))
                    .isEqualTo(isNear ? wanted : NearIndex.NONE);
        }
    }

    /** Changes values in random places; some places more than once. */
    private Fingerprint change(Fingerprint fingerprint, int changes) {
        long high = fingerprint.high();
        long low = fingerprint.low();
        for (int i = 0; i < changes; i++) {
            long change = random.nextLong(1, 256) << (8 * random.nextInt(8));
            if (random.nextBoolean()) {
                high ^= change;
            } else {
                low ^= change;
            }
        }
        return new Fingerprint(high, low);
    }
}
