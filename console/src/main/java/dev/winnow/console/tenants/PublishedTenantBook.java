package dev.winnow.console.tenants;

import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.Version;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The published tenants of a fleet. */
public final class PublishedTenantBook implements TenantBook {
    private final Publication publication;
    private volatile @Nullable Read last;

    private record Read(Version version, List<Tenant> tenants) {}

    public PublishedTenantBook(Publication publication) {
        this.publication = publication;
    }

    @Override
    public List<Tenant> listTenants() {
        return switch (publication.findLive()) {
            case Pointer.Published live -> read(live.version());
            case Pointer.Unpublished _ -> List.of();
        };
    }

    /** A version never changes, so the last one that was read is kept. */
    private List<Tenant> read(Version version) {
        Read known = last;
        if (known == null || !known.version().equals(version)) {
            known = new Read(
                    version, List.copyOf(TenantFile.parseDocument(publication.readContent(version), version.key())));
            last = known;
        }
        return known.tenants();
    }

    @Override
    public synchronized void changeTenants(UnaryOperator<List<Tenant>> change) {
        List<Tenant> changed = change.apply(new ArrayList<>(listTenants()));
        var _ = new Tenants(changed);
        Version _ = publication.publishContent(
                Instant.now().toString().replace(':', '.') + ".yaml",
                TenantFile.writeDocument(changed).getBytes(StandardCharsets.UTF_8));
    }
}
