package dev.winnow.local.tenant;

import dev.winnow.aws.AwsServices;
import dev.winnow.lab.command.DataOption;
import dev.winnow.local.operator.CommandUser;
import dev.winnow.local.publish.FleetOption;
import dev.winnow.local.server.OwnedFiles;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.Version;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.Tenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;

/** The tenants that a command changes: the tenants of a fleet when one is named, otherwise of the data folder on this machine. */
public final class TenantOption {
    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Mixin
    private final DataOption data = new DataOption();

    /** All tenants. */
    List<Tenant> listTenants() throws IOException {
        if (!fleet.isGiven()) {
            return Files.exists(tenantFile()) ? TenantFile.readFile(tenantFile()) : List.of();
        }
        try (AwsServices aws = fleet.openAws()) {
            return readTenants(fleet.openTenants(aws));
        }
    }

    /**
     * An action for the audit log.
     *
     * @param name a verb and an object, such as {@code add tenant}
     */
    record Action(String name, String tenant, String detail) {
        Action(String name, String tenant) {
            this(name, tenant, "");
        }
    }

    /** Changes the tenants if the change is valid. Servers use it within seconds on this machine, within two minutes in a fleet. */
    void changeTenants(Action action, UnaryOperator<List<Tenant>> change) throws IOException {
        if (!fleet.isGiven()) {
            String document = validateTenants(change.apply(new ArrayList<>(listTenants())));
            CommandUser.recordAction(data.path(), action.name(), action.tenant(), action.detail());
            writeTenants(document);
            return;
        }
        try (AwsServices aws = fleet.openAws()) {
            Publication published = fleet.openTenants(aws);
            String document = validateTenants(change.apply(new ArrayList<>(readTenants(published))));
            fleet.openTrail(aws).record(CommandUser.current(), action.name(), action.tenant(), action.detail());
            Version _ = published.publishContent(
                    Instant.now().toString().replace(':', '.') + ".yaml", document.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void writeTenants(String document) throws IOException {
        Files.createDirectories(data.path());
        Path fresh = OwnedFiles.createFresh(data.path(), "tenants");
        Files.writeString(fresh, document);
        OwnedFiles.replace(fresh, tenantFile());
    }

    private Path tenantFile() {
        return data.path().resolve("tenants.yaml");
    }

    /** The published tenants of a fleet; none before the first publication. */
    public static List<Tenant> readTenants(Publication published) {
        return switch (published.findLive()) {
            case Pointer.Published live ->
                TenantFile.parseDocument(
                        published.readContent(live.version()), live.version().key());
            case Pointer.Unpublished _ -> List.of();
        };
    }

    private static String validateTenants(List<Tenant> tenants) {
        var _ = new Tenants(tenants);
        return TenantFile.writeDocument(tenants);
    }
}
