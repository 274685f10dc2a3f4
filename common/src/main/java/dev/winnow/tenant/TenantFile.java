package dev.winnow.tenant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads and writes tenants as one YAML document:
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
 * <p>All keys are listed in docs/tenants.md.
 *
 * <p>Stateless; any thread.
 */
public final class TenantFile {
    /** The mapper refuses unknown keys: most are misspelt, and the setting that they mean would not hold. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private TenantFile() {}

    /**
     * Reads a tenant file.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no tenant file; the message names the fault and its line
     */
    public static List<Tenant> readFile(Path file) throws IOException {
        return parseDocument(Files.readAllBytes(file), file.toString());
    }

    /**
     * Reads the document of a tenant file.
     *
     * @param name the name of the document in messages
     * @throws IllegalArgumentException if it is no tenant file; the message names the fault and its line
     */
    public static List<Tenant> parseDocument(byte[] document, String name) {
        try {
            return YAML.readTree(document).isMissingNode()
                    ? toTenants(null, name)
                    : toTenants(YAML.readValue(document, Document.class), name);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(
                    "tenant file " + name + ", line " + lineOf(e, document) + " has the unknown key '"
                            + e.getPropertyName() + "'" + path(e) + "; known keys there are " + known(e),
                    e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "tenant file " + name + place(e) + " is not readable: " + e.getOriginalMessage(), e);
        }
    }

    /** Converts a document. One without tenants is refused: it is most likely half written, and would shut out every tenant. */
    private static List<Tenant> toTenants(@Nullable Document document, String name) {
        if (document == null || document.tenants() == null) {
            throw new IllegalArgumentException("tenant file " + name
                    + " has no 'tenants:' with a tenant below it; write 'tenants: {}' if there is to be none");
        }
        return document.toTenants();
    }

    /** Finds the line of an unknown key; the parser is at the key's value, which may begin in a later line. */
    private static int lineOf(UnrecognizedPropertyException e, byte[] document) {
        String[] lines = new String(document, StandardCharsets.UTF_8).split("\n", -1);
        int line = Math.min(e.getLocation().getLineNr(), lines.length);
        Pattern key = Pattern.compile("(?<![\\w])" + Pattern.quote(e.getPropertyName()) + "[\"']?\\s*:");
        for (int i = line; i > 0; i--) {
            if (key.matcher(lines[i - 1]).find()) {
                return i;
            }
        }
        return line;
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }

    /** Describes the place of a key by the keys above it. */
    private static String path(JacksonException e) {
        String above = e.getPath().stream()
                .limit(Math.max(0, e.getPath().size() - 1))
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return above.isEmpty() ? "" : " in " + above;
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /** Writes a document that {@link #readFile} reads. */
    public static String writeDocument(List<Tenant> tenants) {
        return YAML.writeValueAsString(Document.fromTenants(tenants));
    }

    private record Document(@Nullable Map<String, @Nullable Entry> tenants) {
        static Document fromTenants(List<Tenant> tenants) {
            Map<String, @Nullable Entry> entries = new LinkedHashMap<>();
            for (Tenant tenant : tenants) {
                List<Key> keys = tenant.keys().stream()
                        .map(key -> new Key(key.name(), key.sha256(), key.scopes(), key.messagesPerMinute()))
                        .toList();
                entries.put(
                        tenant.id(),
                        new Entry(keys, Settings.fromSettings(tenant.settings()), tenant.disabled() ? true : null));
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
            @Nullable Long deadlineSeconds,
            @Nullable String country,
            @Nullable History history) {
        static Settings fromSettings(TenantSettings settings) {
            return new Settings(
                    settings.junkThreshold(),
                    settings.promotionThreshold(),
                    settings.senders().allowed(),
                    settings.senders().blocked(),
                    settings.messagesPerMinute(),
                    settings.appToken(),
                    settings.deadline() == null ? null : settings.deadline().toSeconds(),
                    settings.senders().country(),
                    settings.history() == null ? null : History.fromConsent(settings.history()));
        }

        TenantSettings toSettings() {
            TenantSettings standard = TenantSettings.DEFAULT;
            return new TenantSettings(
                    junkThreshold == null ? standard.junkThreshold() : junkThreshold,
                    promotionThreshold == null ? standard.promotionThreshold() : promotionThreshold,
                    SenderLists.of(
                            country,
                            allowedSenders == null ? Set.of() : allowedSenders,
                            blockedSenders == null ? Set.of() : blockedSenders),
                    messagesPerMinute,
                    appToken,
                    deadlineSeconds == null ? null : Duration.ofSeconds(deadlineSeconds),
                    history == null ? null : history.toConsent());
        }
    }

    private record History(@Nullable Integer days, @Nullable Double share) {
        static History fromConsent(HistoryConsent consent) {
            return new History(consent.days(), consent.share() == 1 ? null : consent.share());
        }

        HistoryConsent toConsent() {
            if (days == null) {
                throw new IllegalArgumentException("history needs days, 1 to " + HistoryConsent.MAX_DAYS);
            }
            return new HistoryConsent(days, share == null ? 1 : share);
        }
    }
}
