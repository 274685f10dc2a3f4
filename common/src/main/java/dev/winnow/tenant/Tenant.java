package dev.winnow.tenant;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A customer of this installation. Immutable; any thread.
 *
 * @param id 1 to 64 of {@code a-z 0-9 . _ -}; the id is part of queue attributes and logs
 * @param keys the tenant's API keys
 * @param settings the tenant's settings
 * @param disabled whether all keys of the tenant are refused; messages that were submitted before are still worked on
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

    /** A tenant that is not disabled. */
    public Tenant(String id, List<ApiKey> keys, TenantSettings settings) {
        this(id, keys, settings, false);
    }
}
