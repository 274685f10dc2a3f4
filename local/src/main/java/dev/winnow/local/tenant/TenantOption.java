package dev.winnow.local.tenant;

import dev.winnow.aws.AwsServices;
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
import picocli.CommandLine.Option;

/** The tenants that a command changes: the tenants of a fleet when one is named, otherwise of the data folder on this machine. */
public final class TenantOption {
    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Option(
            names = "--data",
            defaultValue = "${env:WINNOW_DATA:-data}",
            paramLabel = "DIR",
            description = "The data folder of the server on this machine (WINNOW_DATA; default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    /** All tenants. */
    List<Tenant> listTenants() throws IOException {
        if (!fleet.isGiven()) {
            return Files.exists(tenantFile()) ? TenantFile.readFile(tenantFile()) : List.of();
        }
        try (AwsServices aws = fleet.openAws()) {
            return readTenants(fleet.openTenants(aws));
        }
    }

    /** Changes the tenants if the change is valid. Servers use it within seconds on this machine, within two minutes in a fleet. */
    void changeTenants(UnaryOperator<List<Tenant>> change) throws IOException {
        if (!fleet.isGiven()) {
            writeTenants(change.apply(new ArrayList<>(listTenants())));
            return;
        }
        try (AwsServices aws = fleet.openAws()) {
            Publication published = fleet.openTenants(aws);
            String document = validateTenants(change.apply(new ArrayList<>(readTenants(published))));
            Version _ = published.publishContent(
                    Instant.now().toString().replace(':', '.') + ".yaml", document.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void writeTenants(List<Tenant> tenants) throws IOException {
        Files.createDirectories(data);
        Path fresh = OwnedFiles.createFresh(data, "tenants");
        Files.writeString(fresh, validateTenants(tenants));
        OwnedFiles.replace(fresh, tenantFile());
    }

    private Path tenantFile() {
        return data.resolve("tenants.yaml");
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
