package dev.winnow.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Tenants as one YAML document:
 *
 * <pre>{@code
 * tenants:
 *   demo:
 *     keys:
 *       - name: laptop
 *         sha256: 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
 *         scopes: [submit, manage]
 *     settings:
 *       junkThreshold: 50
 * }</pre>
 *
 * <p>Stateless; any thread.
 */
public final class TenantFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private TenantFile() {}

    /**
     * Reads a tenant file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is not a tenant file; says what is wrong and where
     */
    public static List<Tenant> read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), file.toString());
    }

    /**
     * Reads the document of a tenant file.
     *
     * @param name how messages should call it
     * @throws IllegalArgumentException if it is not a tenant file; says what is wrong and where
     */
    public static List<Tenant> parse(byte[] document, String name) {
        try {
            return YAML.readValue(document, Document.class).toTenants();
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "tenant file " + name + " is not readable: " + e.getOriginalMessage(), e);
        }
    }

    /** The document that {@link #read} reads. */
    public static String write(List<Tenant> tenants) {
        return YAML.writeValueAsString(Document.of(tenants));
    }

    private record Document(@Nullable Map<String, @Nullable Entry> tenants) {
        static Document of(List<Tenant> tenants) {
            Map<String, @Nullable Entry> entries = new LinkedHashMap<>();
            for (Tenant tenant : tenants) {
                List<Key> keys = tenant.keys().stream()
                        .map(key -> new Key(key.name(), key.sha256(), key.scopes(), key.messagesPerMinute()))
                        .toList();
                entries.put(
                        tenant.id(), new Entry(keys, Settings.of(tenant.settings()), tenant.disabled() ? true : null));
            }
            return new Document(entries);
        }

        List<Tenant> toTenants() {
            List<Tenant> all = new ArrayList<>();
            if (tenants != null) {
                tenants.forEach((id, entry) -> all.add(
                        entry == null ? new Tenant(id, List.of(), TenantSettings.DEFAULT) : entry.toTenant(id)));
            }
            return all;
        }
    }

    private record Entry(
            @Nullable List<Key> keys,
            @Nullable Settings settings,
            @Nullable Boolean disabled) {
        Tenant toTenant(String id) {
            List<ApiKey> apiKeys =
                    keys == null ? List.of() : keys.stream().map(Key::toApiKey).toList();
            return new Tenant(
                    id,
                    apiKeys,
                    settings == null ? TenantSettings.DEFAULT : settings.toSettings(),
                    disabled != null && disabled);
        }
    }

    private record Key(
            @Nullable String name,
            @Nullable String sha256,
            @Nullable Set<Scope> scopes,
            @Nullable Integer messagesPerMinute) {
        ApiKey toApiKey() {
            String known = name == null ? "unnamed" : name;
            return new ApiKey(
                    known,
                    sha256 == null ? "" : sha256,
                    scopes == null ? Set.of(Scope.SUBMIT) : scopes,
                    messagesPerMinute);
        }
    }

    private record Settings(
            @Nullable Integer junkThreshold,
            @Nullable Integer promotionThreshold,
            @Nullable Set<String> allowedSenders,
            @Nullable Set<String> blockedSenders,
            @Nullable Integer messagesPerMinute,
            @Nullable String appToken,
            @Nullable Long deadlineSeconds) {
        static Settings of(TenantSettings settings) {
            return new Settings(
                    settings.junkThreshold(),
                    settings.promotionThreshold(),
                    settings.allowedSenders(),
                    settings.blockedSenders(),
                    settings.messagesPerMinute(),
                    settings.appToken(),
                    settings.deadline() == null ? null : settings.deadline().toSeconds());
        }

        TenantSettings toSettings() {
            TenantSettings standard = TenantSettings.DEFAULT;
            return new TenantSettings(
                    junkThreshold == null ? standard.junkThreshold() : junkThreshold,
                    promotionThreshold == null ? standard.promotionThreshold() : promotionThreshold,
                    allowedSenders == null ? standard.allowedSenders() : allowedSenders,
                    blockedSenders == null ? standard.blockedSenders() : blockedSenders,
                    messagesPerMinute,
                    appToken,
                    deadlineSeconds == null ? null : Duration.ofSeconds(deadlineSeconds));
        }
    }
}
