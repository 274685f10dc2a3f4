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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void readsTheDocumentThatItWrote() throws Exception {
        List<Tenant> tenants = List.of(
                new Tenant(
                        "acme",
                        List.of(new ApiKey("phone", ApiKey.hashKey("k1"), Set.of(Scope.SUBMIT, Scope.MANAGE))),
                        TenantSettings.DEFAULT),
                new Tenant("demo", List.of(), TenantSettings.DEFAULT));

        assertThat(TenantFile.readFile(file(TenantFile.writeDocument(tenants)))).isEqualTo(tenants);
    }

    @Test
    void usesDefaultsForMissingSettings() throws Exception {
        Path file = file("tenants:\n  demo:\n    keys:\n      - sha256: " + ApiKey.hashKey("k") + "\n  bare:\n");

        List<Tenant> tenants = TenantFile.readFile(file);

        assertThat(tenants.get(0).keys().getFirst().scopes()).containsExactly(Scope.SUBMIT);
        assertThat(tenants.get(0).settings()).isEqualTo(TenantSettings.DEFAULT);
        assertThat(tenants.get(1).keys()).isEmpty();
    }

    @Test
    void saysTheFaultOfAFile() throws Exception {
        assertRefused("tenants: [", "not readable");
        assertRefused("tenants:\n  UPPER: {}\n", "UPPER");
        assertRefused("tenants:\n  a:\n    keys: [{name: k, sha256: short}]\n", "64");
        assertRefused("tenants:\n  a:\n    settings: {junkThreshold: 0}\n", "junkThreshold");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tenant:\\n  a: {}|line 1|'tenant'|tenants",
                "tenants:\\n  a: {disabeld: true}|line 2|'disabeld' in tenants.a|disabled, keys, settings",
                "tenants:\\n  a:\\n    keys: [{sha: x}]|line 3|'sha' in tenants.a.keys.[0]|messagesPerMinute, name, scopes, sha256",
                "tenants:\\n  a:\\n    settings:\\n      blockedSender: [x]|line 4|'blockedSender' in tenants.a.settings|"
                        + "blockedSenders, country, deadlineSeconds",
                "tenants:\\n  a: {}\\n  a: {}|line 3|\"a\"|uplicate",
            })
    void namesAnUnknownKeyWithItsLineAndTheKnownOnes(String yaml, String line, String key, String known)
            throws IOException {
        Path file = file(yaml.replace("\\n", "\n"));

        assertThatThrownBy(() -> TenantFile.readFile(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line)
                .hasMessageContaining(key)
                .hasMessageContaining(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "---\n", "tenants:\n", "tenants: null\n", "{}"})
    void refusesAFileWithoutTenants(String yaml) throws IOException {
        assertRefused(yaml, "tenants:");
    }

    @Test
    void takesAFileWithAnEmptyListOfTenants() throws IOException {
        assertThat(TenantFile.readFile(file("tenants: {}\n"))).isEmpty();
        assertThat(TenantFile.readFile(file(TenantFile.writeDocument(List.of()))))
                .isEmpty();
    }

    @Test
    void readsTheSendersAndTheirCountryAndWritesThemAsTheyWere() throws IOException {
        String yaml = """
                tenants:
                  a:
                    settings:
                      country: NO
                      allowedSenders: [+4791234567, MyBank]
                      blockedSenders:
                        - 912 34 568
                """;

        List<Tenant> tenants = TenantFile.readFile(file(yaml));
        SenderLists senders = tenants.getFirst().settings().senders();

        assertThat(senders.country()).isEqualTo("NO");
        assertThat(senders.find("91234567").isAllowed()).isTrue();
        assertThat(senders.find("+4791234568").isBlocked()).isTrue();
        assertThat(senders.blocked()).containsExactly("912 34 568");
        assertThat(TenantFile.readFile(file(TenantFile.writeDocument(tenants)))).isEqualTo(tenants);
    }

    @Test
    void readsTheConsentToAHistoryAndRefusesOneThatIsTooLong() throws IOException {
        List<Tenant> tenants = TenantFile.readFile(
                file(
                        "tenants:\n  a:\n    settings: {history: {days: 7, share: 0.5}}\n  b:\n    settings: {history: {days: 1}}\n"));

        assertThat(tenants.get(0).settings().history()).isEqualTo(new HistoryConsent(7, 0.5));
        assertThat(tenants.get(1).settings().history()).isEqualTo(new HistoryConsent(1, 1));
        assertThat(TenantFile.readFile(file(TenantFile.writeDocument(tenants)))).isEqualTo(tenants);
        assertRefused("tenants:\n  a:\n    settings: {history: {days: 31}}\n", "1 to 30");
        assertRefused("tenants:\n  a:\n    settings: {history: {share: 1}}\n", "needs days");
        assertRefused("tenants:\n  a:\n    settings: {history: {days: 1, share: 1.1}}\n", "0 to 1");
    }

    @Test
    void keepsTheTenantsBeforeWhenAFileBecomesUnusable() throws IOException {
        Path file = file("tenants:\n  a: {}\n");
        try (WatchedTenantFile watched = WatchedTenantFile.open(file)) {
            Files.writeString(file, "tenants:\n  a: {disabeld: true}\n");
            watched.reloadIfChanged();
            Files.writeString(file, "");
            watched.reloadIfChanged();
            assertThat(watched.findTenant("a")).isPresent();

            Files.writeString(file, "tenants:\n  b: {}\n");
            watched.reloadIfChanged();
            assertThat(watched.findTenant("b")).isPresent();
        }
    }

    @Test
    void findsATenantByItsKeyOnly() {
        String key = ApiKey.generateKey();
        ApiKey apiKey = new ApiKey("phone", ApiKey.hashKey(key), Set.of(Scope.SUBMIT));
        Tenant acme = new Tenant("acme", List.of(apiKey), TenantSettings.DEFAULT);
        Tenants tenants = new Tenants(List.of(acme));

        assertThat(tenants.authenticateKey(key)).contains(new TenantDirectory.Credential(acme, apiKey));
        assertThat(tenants.authenticateKey(key + "x")).isEmpty();
        assertThat(tenants.authenticateKey("")).isEmpty();
        assertThat(tenants.findTenant("acme")).contains(acme);
        assertThatThrownBy(() -> new Tenants(List.of(acme, acme))).hasMessageContaining("twice");
    }

    private void assertRefused(String yaml, String what) throws IOException {
        Path file = file(yaml);
        assertThatThrownBy(() -> TenantFile.readFile(file)).hasMessageContaining(what);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "tenants", ".yaml"), yaml);
    }
}
