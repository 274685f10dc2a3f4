package dev.winnow.tenant;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A customer of this installation. Immutable; any thread.
 *
 * @param id 1 to 64 of {@code a-z 0-9 . _ -}; it is part of queue attributes and logs
 * @param keys its API keys
 * @param settings what it may set
 * @param disabled whether it is shut out: none of its keys opens anything; what it submitted before is still worked on
 */
public record Tenant(String id, List<ApiKey> keys, TenantSettings settings, boolean disabled) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public Tenant {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "tenant id '" + id + "' must have 1 to 64 of a-z 0-9 . _ - and start with a letter or digit");
        }
        keys = List.copyOf(keys);
    }

    /** A tenant that is let in. */
    public Tenant(String id, List<ApiKey> keys, TenantSettings settings) {
        this(id, keys, settings, false);
    }
}
