package dev.winnow.local.tenant;

import dev.winnow.aws.AwsServices;
import dev.winnow.local.publish.FleetOption;
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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose tenants a command keeps: a fleet's, when one is named, else those of the data folder on this machine. */
final class TenantOption {
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
    List<Tenant> list() throws IOException {
        if (!fleet.isGiven()) {
            return Files.exists(file()) ? TenantFile.read(file()) : List.of();
        }
        try (AwsServices aws = fleet.aws()) {
            return read(fleet.tenants(aws));
        }
    }

    /** Changes them, unless the change is not valid. Servers pick it up: on this machine within seconds, in a fleet within two minutes. */
    void change(UnaryOperator<List<Tenant>> change) throws IOException {
        if (!fleet.isGiven()) {
            write(change.apply(new ArrayList<>(list())));
            return;
        }
        try (AwsServices aws = fleet.aws()) {
            Publication published = fleet.tenants(aws);
            String document = valid(change.apply(new ArrayList<>(read(published))));
            Version _ = published.publish(
                    Instant.now().toString().replace(':', '.') + ".yaml", document.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(List<Tenant> tenants) throws IOException {
        Files.createDirectories(data);
        Path fresh = Files.createTempFile(
                data,
                "tenants",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, valid(tenants));
        Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file() {
        return data.resolve("tenants.yaml");
    }

    private static List<Tenant> read(Publication published) {
        return switch (published.live()) {
            case Pointer.Published live ->
                TenantFile.parse(published.read(live.version()), live.version().key());
            case Pointer.Unpublished _ -> List.of();
        };
    }

    private static String valid(List<Tenant> tenants) {
        var _ = new Tenants(tenants);
        return TenantFile.write(tenants);
    }
}
