package dev.winnow.service;

import dev.winnow.fleet.Readiness;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.Version;
import dev.winnow.tenant.LiveTenants;
import dev.winnow.tenant.TenantFile;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads published tenants into the live tenants. Before the first publication there are no tenants, every key is unknown, and the application
 * waits. One thread changes the tenants; any thread may read them.
 */
public final class PublishedTenants implements Readiness {
    private static final Logger log = LoggerFactory.getLogger(PublishedTenants.class);

    private final Publication publication;
    private final LiveTenants tenants;
    private volatile Pointer pointer = new Pointer.Unpublished();

    private PublishedTenants(Publication publication, LiveTenants tenants) {
        this.publication = publication;
        this.tenants = tenants;
    }

    /**
     * Loads the tenants that are live now.
     *
     * @param parameter the name of the pointer, for the log
     * @throws dev.winnow.publication.PublicationUnavailableException if the tenants cannot be read
     */
    static PublishedTenants start(Publication publication, String parameter, LiveTenants tenants) {
        PublishedTenants published = new PublishedTenants(publication, tenants);
        published.follow(publication.findLive());
        if (!published.isPublished()) {
            log.warn(
                    "No tenants are published yet (parameter {}); every key is refused until the first 'winnow tenant add'",
                    parameter);
        }
        return published;
    }

    /** Whether the live tenants come from a publication. */
    private boolean isPublished() {
        return pointer instanceof Pointer.Published;
    }

    @Override
    public Optional<String> findWait() {
        return isPublished()
                ? Optional.empty()
                : Optional.of("no tenants are published yet: add one with winnow tenant add");
    }

    /** The pointer that is in force. */
    Pointer pointer() {
        return pointer;
    }

    /**
     * Loads the tenants of a pointer.
     *
     * @throws IllegalStateException if the pointer was reset after a publication; the live tenants stay
     * @throws IllegalArgumentException if the published tenants are not valid; the live tenants stay
     */
    void follow(Pointer next) {
        switch (next) {
            case Pointer.Published live -> {
                Version version = live.version();
                tenants.replaceAll(TenantFile.parseDocument(publication.readContent(version), version.key()));
                pointer = live;
            }
            case Pointer.Unpublished _ -> {
                if (isPublished()) {
                    throw new IllegalStateException("the pointer was reset to '" + Pointer.UNPUBLISHED
                            + "'; the tenants of " + pointer + " stay live: set the parameter to that value again");
                }
            }
        }
    }
}
