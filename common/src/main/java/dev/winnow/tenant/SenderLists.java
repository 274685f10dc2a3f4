package dev.winnow.tenant;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The allowed and blocked senders of a tenant. Numbers are compared as numbers, names by their folded letters; docs/tenants.md describes the
 * comparison. Entries are read once, a sender once for each message. Immutable; any thread.
 */
public final class SenderLists {
    /** Lists without entries. */
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
     * Makes the lists of a tenant.
     *
     * @param country the country of numbers without a country code, ISO 3166-1 alpha-2 in capitals; null for none
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
     * The result for one sender, which may be on both lists.
     *
     * @param isAllowed whether the sender is on the list of allowed senders
     * @param isBlocked whether the sender is on the list of blocked senders
     */
    public record Listing(boolean isAllowed, boolean isBlocked) {}

    /** Looks a sender up; an unknown sender is on no list. */
    public Listing find(@Nullable String sender) {
        if (sender == null || (allowedReadings.isEmpty() && blockedReadings.isEmpty())) {
            return UNLISTED;
        }
        Set<String> readings = SenderReadings.of(sender, country);
        return new Listing(
                readings.stream().anyMatch(allowedReadings::contains),
                readings.stream().anyMatch(blockedReadings::contains));
    }

    /** The country of numbers without a country code; null for none. */
    public @Nullable String country() {
        return country;
    }

    /** The allowed senders as the tenant wrote them. */
    public Set<String> allowed() {
        return allowed;
    }

    /** The blocked senders as the tenant wrote them. */
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
