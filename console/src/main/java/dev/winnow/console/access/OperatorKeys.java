package dev.winnow.console.access;

import dev.winnow.tenant.ApiKey;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of the command line and of programs, of which only hashes are known. Any thread. */
public final class OperatorKeys {
    private static final int PARTS = 3;

    private final Map<String, Operator> byHash = new ConcurrentHashMap<>();

    /**
     * Reads the setting {@code winnow.console.keys}: {@code name:role:sha256}, separated by commas.
     *
     * @throws IllegalArgumentException if an entry has another form
     */
    public static OperatorKeys parse(String setting) {
        OperatorKeys keys = new OperatorKeys();
        for (String entry : setting.split(",", -1)) {
            if (!entry.isBlank()) {
                String[] parts = entry.strip().split(":", -1);
                if (parts.length != PARTS || !parts[2].matches("[0-9a-f]{64}")) {
                    throw new IllegalArgumentException(
                            "winnow.console.keys has an entry that is not name:role:sha256 with 64 lower-case hexadecimal digits");
                }
                keys.byHash.put(
                        parts[2],
                        new Operator(parts[0], Role.valueOf(parts[1].toUpperCase(Locale.ROOT)), Operator.COMMAND));
            }
        }
        return keys;
    }

    /** Adds a key for as long as the process runs. */
    public void add(String key, String name, Role role) {
        byHash.put(ApiKey.hashKey(key), new Operator(name, role, Operator.COMMAND));
    }

    /** Finds the holder of a key. Keys carry 192 random bits, so that the time of a look-up by hash tells nothing about them. */
    Optional<Operator> find(String key) {
        return Optional.ofNullable(byHash.get(ApiKey.hashKey(key)));
    }
}
