package dev.winnow.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void readsBackWhatItWrote() throws Exception {
        List<Tenant> tenants = List.of(
                new Tenant(
                        "acme",
                        List.of(new ApiKey("phone", ApiKey.hash("k1"), Set.of(Scope.SUBMIT, Scope.MANAGE))),
                        TenantSettings.DEFAULT),
                new Tenant("demo", List.of(), TenantSettings.DEFAULT));

        assertThat(TenantFile.read(file(TenantFile.write(tenants)))).isEqualTo(tenants);
    }

    @Test
    void givesDefaultsToWhatIsLeftOut() throws Exception {
        Path file = file("tenants:\n  demo:\n    keys:\n      - sha256: " + ApiKey.hash("k") + "\n  bare:\n");

        List<Tenant> tenants = TenantFile.read(file);

        assertThat(tenants.get(0).keys().getFirst().scopes()).containsExactly(Scope.SUBMIT);
        assertThat(tenants.get(0).settings()).isEqualTo(TenantSettings.DEFAULT);
        assertThat(tenants.get(1).keys()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertRefused("tenants: [", "not readable");
        assertRefused("tenants:\n  UPPER: {}\n", "UPPER");
        assertRefused("tenants:\n  a:\n    keys: [{name: k, sha256: short}]\n", "64");
        assertRefused("tenants:\n  a:\n    settings: {junkThreshold: 0}\n", "junkThreshold");
    }

    @Test
    void findsATenantByItsKeyOnly() {
        String key = ApiKey.generate();
        ApiKey apiKey = new ApiKey("phone", ApiKey.hash(key), Set.of(Scope.SUBMIT));
        Tenant acme = new Tenant("acme", List.of(apiKey), TenantSettings.DEFAULT);
        Tenants tenants = new Tenants(List.of(acme));

        assertThat(tenants.authenticate(key)).contains(new TenantDirectory.Credential(acme, apiKey));
        assertThat(tenants.authenticate(key + "x")).isEmpty();
        assertThat(tenants.authenticate("")).isEmpty();
        assertThat(tenants.find("acme")).contains(acme);
        assertThatThrownBy(() -> new Tenants(List.of(acme, acme))).hasMessageContaining("twice");
    }

    private void assertRefused(String yaml, String what) throws IOException {
        Path file = file(yaml);
        assertThatThrownBy(() -> TenantFile.read(file)).hasMessageContaining(what);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "tenants", ".yaml"), yaml);
    }
}
