package dev.winnow.tenant;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's allowed and blocked senders. Numbers are compared as numbers, names by their folded letters; how is described in
 * docs/tenants.md. Entries are read once, a sender once a message. Immutable; any thread.
 */
public final class SenderLists {
    /** No sender is listed. */
    public static final SenderLists NONE = of(null, Set.of(), Set.of());

    private static final Listing UNLISTED = new Listing(false, false);

    private final @Nullable String country;
    private final Set<String> allowed;
    private final Set<String> blocked;
    private final Set<String> allowedReadings;
    private final Set<String> blockedReadings;

    private SenderLists(@Nullable String country, Set<String> allowed, Set<String> blocked) {
        this.country = country;
        this.allowed = allowed;
        this.blocked = blocked;
        this.allowedReadings = readings("allowedSenders", allowed, country);
        this.blockedReadings = readings("blockedSenders", blocked, country);
    }

    /**
     * Lists of senders.
     *
     * @param country the country, ISO 3166-1 alpha-2 in capitals, in which a number without a country code is read; null for none
     * @throws IllegalArgumentException if there is no such country, or an entry has neither letters nor digits
     */
    public static SenderLists of(@Nullable String country, Set<String> allowed, Set<String> blocked) {
        if (country != null && !SenderReadings.isRegion(country)) {
            throw new IllegalArgumentException(
                    "country must be two capital letters of ISO 3166-1 such as DE, is '" + country + "'");
        }
        return new SenderLists(country, Set.copyOf(allowed), Set.copyOf(blocked));
    }

    /**
     * Where a sender stands; it may be on both lists.
     *
     * @param isAllowed whether it is one of the allowed ones
     * @param isBlocked whether it is one of the blocked ones
     */
    public record Listing(boolean isAllowed, boolean isBlocked) {}

    /** Where the sender stands; an unknown one is on no list. */
    public Listing find(@Nullable String sender) {
        if (sender == null || (allowedReadings.isEmpty() && blockedReadings.isEmpty())) {
            return UNLISTED;
        }
        Set<String> readings = SenderReadings.of(sender, country);
        return new Listing(
                readings.stream().anyMatch(allowedReadings::contains),
                readings.stream().anyMatch(blockedReadings::contains));
    }

    /** The country in which numbers without a country code are read; null for none. */
    public @Nullable String country() {
        return country;
    }

    /** The allowed senders as they were given. */
    public Set<String> allowed() {
        return allowed;
    }

    /** The blocked senders as they were given. */
    public Set<String> blocked() {
        return blocked;
    }

    private static Set<String> readings(String list, Set<String> senders, @Nullable String country) {
        return senders.stream()
                .map(sender -> SenderReadings.of(sender, country))
                .peek(readings -> {
                    if (readings.isEmpty()) {
                        throw new IllegalArgumentException(
                                list + " has an entry without letters and digits; remove it");
                    }
                })
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SenderLists lists
                && Objects.equals(country, lists.country)
                && allowed.equals(lists.allowed)
                && blocked.equals(lists.blocked);
    }

    @Override
    public int hashCode() {
        return Objects.hash(country, allowed, blocked);
    }

    @Override
    public String toString() {
        return "SenderLists[country=" + country + ", allowed=" + new TreeSet<>(allowed) + ", blocked="
                + new TreeSet<>(blocked) + "]";
    }
}
