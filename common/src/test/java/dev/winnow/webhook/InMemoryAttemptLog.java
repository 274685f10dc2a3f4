package dev.winnow.webhook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An {@link AttemptLog} in memory that passes the same contract test as the real ones. Any thread. */
public final class InMemoryAttemptLog implements AttemptLog {
    private record Place(String endpoint, String writer) {}

    private final Map<Place, List<Attempt>> all = new ConcurrentHashMap<>();

    @Override
    public void saveAttempts(String endpoint, String writer, List<Attempt> latest) {
        all.put(new Place(endpoint, writer), List.copyOf(latest));
    }

    @Override
    public List<Attempt> listAttempts(String endpoint) {
        return all.entrySet().stream()
                .filter(each -> each.getKey().endpoint().equals(endpoint))
                .flatMap(each -> each.getValue().stream())
                .sorted(Comparator.comparing(Attempt::at).reversed())
                .toList();
    }
}
