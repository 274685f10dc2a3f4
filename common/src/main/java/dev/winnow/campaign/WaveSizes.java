package dev.winnow.campaign;

import java.util.List;
import java.util.Map;

/** The sizes of campaigns at one time, which scans read while new messages are counted. Immutable; any thread. */
final class WaveSizes {
    static final WaveSizes NONE = new WaveSizes(Map.of(), Map.of());

    /** 8 * 4,096 keys take 128 KB, and a key has hardly ever more than one campaign. */
    static final int KEY_BITS = 12;

    private final NearIndex index;
    private final WaveSize[] sizes;
    private final boolean isEmpty;

    /**
     * Joins what a worker knows with what all workers reported.
     *
     * @param own by the fingerprint of the worker's first message
     * @param merged by the fingerprint of the campaign
     */
    WaveSizes(Map<Fingerprint, WaveSize> own, Map<Fingerprint, WaveSize> merged) {
        int most = own.size() + merged.size();
        isEmpty = most == 0;
        index = new NearIndex(most, isEmpty ? 1 : KEY_BITS);
        sizes = new WaveSize[most];
        int free = 0;
        for (Map<Fingerprint, WaveSize> each : List.of(own, merged)) {
            for (Map.Entry<Fingerprint, WaveSize> entry : each.entrySet()) {
                int place = index.findNearest(entry.getKey());
                if (place == NearIndex.NONE) {
                    index.put(free, entry.getKey());
                    sizes[free++] = entry.getValue();
                } else {
                    sizes[place] = sizes[place].max(entry.getValue());
                }
            }
        }
        for (int i = 0; i < free; i++) {
            sizes[i] = sizes[i].round();
        }
    }

    WaveSize sizeOf(Fingerprint fingerprint) {
        int place = isEmpty ? NearIndex.NONE : index.findNearest(fingerprint);
        return place == NearIndex.NONE ? WaveSize.NONE : sizes[place];
    }
}
