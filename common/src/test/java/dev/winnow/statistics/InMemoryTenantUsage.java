package dev.winnow.statistics;

import dev.winnow.store.StoreUnavailableException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A {@link TenantUsage} in memory that passes the same contract test as the real ones. Any thread. */
public final class InMemoryTenantUsage implements TenantUsage {
    private record Place(String tenant, LocalDate day, String writer) {}

    private final Map<Place, UsageCounts> items = new HashMap<>();
    private boolean down;
    private int saves;

    @Override
    public synchronized void saveDay(String tenant, LocalDate day, String writer, UsageCounts counts) {
        requireUp();
        saves++;
        items.put(new Place(tenant, day, writer), counts);
    }

    @Override
    public synchronized SortedMap<LocalDate, UsageCounts> listDays(String tenant, LocalDate from, LocalDate to) {
        requireUp();
        SortedMap<LocalDate, UsageCounts> days = new TreeMap<>();
        items.forEach((place, counts) -> {
            if (place.tenant().equals(tenant)
                    && !place.day().isBefore(from)
                    && !place.day().isAfter(to)) {
                days.merge(place.day(), counts, UsageCounts::plus);
            }
        });
        return days;
    }

    /** The number of saves so far. */
    public synchronized int saves() {
        return saves;
    }

    /** Makes every call fail from now on. */
    public synchronized void goDown() {
        down = true;
    }

    /** Makes calls work again. */
    public synchronized void comeBack() {
        down = false;
    }

    private void requireUp() {
        if (down) {
            throw new StoreUnavailableException("the store is down", new IllegalStateException("down"));
        }
    }
}
