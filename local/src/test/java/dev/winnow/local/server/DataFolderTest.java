package dev.winnow.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.message.IdSecret;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void makesSecretsOnceAndKeepsThem() throws IOException {
        try (DataFolder folder = DataFolder.openFolder(data)) {
            IdSecret first = folder.idSecret();
            folder.masterKey(false);
            String written = Files.readString(data.resolve("id-secret"));
            Files.writeString(folder.databaseFile(), "rows");

            folder.idSecret();
            folder.masterKey(true);

            assertThat(Files.readString(data.resolve("id-secret"))).isEqualTo(written);
            assertThat(first).isNotNull();
        }
    }

    @Test
    void refusesToMakeAnIdSecretAnewBesideADatabase() throws IOException {
        try (DataFolder folder = DataFolder.openFolder(data)) {
            Files.writeString(folder.databaseFile(), "rows");

            assertThatThrownBy(folder::idSecret)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("id-secret is missing")
                    .hasMessageContaining("put it back from a backup");
            assertThat(data.resolve("id-secret")).doesNotExist();
        }
    }

    @Test
    void refusesToMakeAMasterKeyAnewBesideEndpoints() throws IOException {
        try (DataFolder folder = DataFolder.openFolder(data)) {
            assertThatThrownBy(() -> folder.masterKey(true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("callback-master-key is missing");
        }
    }

    @Test
    void makesTheTenantsFileWithADemoKeyAtTheFirstStart() throws IOException {
        try (DataFolder folder = DataFolder.openFolder(data)) {
            String key =
                    Files.readString(DataFolder.demoKeyFile(writtenBy(folder))).strip();

            assertThat(new Tenants(TenantFile.readFile(folder.tenantsFile())).authenticateKey(key))
                    .hasValueSatisfying(found -> assertThat(found.tenant().id()).isEqualTo("demo"));
        }
    }

    @Test
    void refusesToMakeATenantsFileAnewBesideADatabase() throws IOException {
        try (DataFolder folder = DataFolder.openFolder(data)) {
            Files.writeString(folder.databaseFile(), "rows");

            assertThatThrownBy(folder::tenantsFile)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("tenants.yaml is missing")
                    .hasMessageContaining("put it back from a backup")
                    .hasMessageContaining("winnow tenant add");
            assertThat(data.resolve("tenants.yaml")).doesNotExist();
            assertThat(DataFolder.demoKeyFile(data)).doesNotExist();
        }
    }

    @Test
    void takesATenantsFileThatTheOperatorWroteBesideADatabase() throws IOException {
        try (DataFolder folder = DataFolder.openFolder(data)) {
            Files.writeString(folder.databaseFile(), "rows");
            Files.writeString(data.resolve("tenants.yaml"), "tenants: {}");

            assertThat(folder.tenantsFile()).hasContent("tenants: {}");
        }
    }

    private Path writtenBy(DataFolder folder) throws IOException {
        return Objects.requireNonNull(folder.tenantsFile().toAbsolutePath().getParent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all"})
    void namesASecretFileThatIsDamaged(String content) throws IOException {
        Files.writeString(data.resolve("id-secret"), content);
        try (DataFolder folder = DataFolder.openFolder(data)) {
            assertThatThrownBy(folder::idSecret)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("id-secret is damaged");
        }
    }
}
