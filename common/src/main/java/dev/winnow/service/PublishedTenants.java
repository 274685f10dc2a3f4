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
 * Keeps the live tenants the published ones. Before the first publication there are none, every key is unknown, and the application waits.
 * One thread changes it; any thread may ask.
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
     * Begins with the tenants that are live now.
     *
     * @param parameter the pointer's name, for the log
     * @throws dev.winnow.publication.PublicationUnavailableException if they cannot be read
     */
    static PublishedTenants start(Publication publication, String parameter, LiveTenants tenants) {
        PublishedTenants published = new PublishedTenants(publication, tenants);
        published.follow(publication.findLive());
        if (!published.isPublished()) {
            log.warn(
                    "No tenants are published yet (parameter {}): every key is refused until the first winnow tenant add",
                    parameter);
        }
        return published;
    }

    /** Whether tenants were published. */
    public boolean isPublished() {
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
     * Makes the tenants live that a pointer names.
     *
     * @throws IllegalStateException if it names none although some are live, which then stay
     * @throws IllegalArgumentException if they are not valid; the tenants before stay live
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
