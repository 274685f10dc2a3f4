package dev.winnow.worker.rules;

import dev.winnow.worker.scan.ListTexts;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Admitted rules as one file: a zip of the sources with a manifest of admission's findings. Immutable; any thread.
 *
 * @param manifest its description
 * @param sources the rule files
 * @param states the states of rules
 * @param lists the texts of the operator's lists for links, by file name
 * @param namedTexts the texts of the lists that rules ask for, by name
 */
public record RuleBundle(
        Manifest manifest,
        List<RuleSource> sources,
        RuleStates states,
        Map<String, String> lists,
        SortedMap<String, String> namedTexts) {
    private static final String MANIFEST = "manifest.json";
    private static final String NAMED = NamedLists.FOLDER + "/";

    /** Far above any rule pack; a larger file is not one. */
    private static final int MAX_BYTES = 64 << 20;

    public RuleBundle {
        sources = List.copyOf(sources);
        lists = Collections.unmodifiableMap(new TreeMap<>(lists));
        namedTexts = Collections.unmodifiableSortedMap(new TreeMap<>(namedTexts));
    }

    /** Rules without states and without lists of the operator's. */
    public RuleBundle(Manifest manifest, List<RuleSource> sources) {
        this(manifest, sources, RuleStates.NONE, Map.of(), new TreeMap<>());
    }

    /**
     * The description of a bundle.
     *
     * @param label the operator's name for it, such as {@code 2026.11.24}
     * @param version the rule set's version on that engine, which begins with the label
     * @param engine the engine that admitted it
     * @param rules how many rules are live
     * @param refusals the refused rules and files, in sentences
     */
    public record Manifest(String label, String version, String engine, int rules, List<String> refusals) {}

    /**
     * Makes a bundle of admitted rules, with the version that workers will compute.
     *
     * @param refusals the refused rules and files, in sentences
     * @throws dev.winnow.yara.NoLiveRulesException if not one rule compiles
     */
    public static RuleBundle assemble(
            String label,
            List<RuleSource> sources,
            RuleStates states,
            Map<String, String> lists,
            SortedMap<String, String> namedTexts,
            List<String> refusals) {
        try (RuleAssembly assembly = new RuleAssembly();
                RuleSet rules = assembly.assemble(
                        label, sources, states, ListTexts.parse(namedTexts), LinkLists.withLines(lists), _ -> {})) {
            Manifest manifest = new Manifest(
                    label,
                    rules.version(),
                    RuleSet.ENGINE_VERSION,
                    rules.rules().size(),
                    refusals);
            return new RuleBundle(manifest, sources, states, lists, namedTexts);
        }
    }

    /** The same rules with other states. They were admitted, so they are not admitted again. */
    public RuleBundle withStates(RuleStates other) {
        return assemble(manifest.label(), sources, other, lists, namedTexts, manifest.refusals());
    }

    /** The lists that links are compared with. */
    LinkLists linkLists() {
        return LinkLists.withLines(lists);
    }

    /** The lists that rules ask for. */
    NamedLists namedLists() {
        return ListTexts.parse(namedTexts);
    }

    /** The bundle as a file. The same bundle gives the same bytes, so that publishing twice is publishing once. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            addEntry(zip, MANIFEST, JsonMapper.shared().writeValueAsString(manifest));
            for (RuleSource source : sources) {
                addEntry(zip, source.name(), source.text());
            }
            if (!states.isEmpty()) {
                addEntry(zip, RuleStates.FILE, states.toFile());
            }
            for (Map.Entry<String, String> list : lists.entrySet()) {
                addEntry(zip, list.getKey(), list.getValue());
            }
            for (Map.Entry<String, String> list : namedTexts.entrySet()) {
                addEntry(zip, NAMED + list.getKey() + NamedLists.SUFFIX, list.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a bundle cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a bundle.
     *
     * @throws IllegalArgumentException if the bytes are not one
     */
    public static RuleBundle parseZip(byte[] bytes) {
        @Nullable Manifest manifest = null;
        List<RuleSource> sources = new ArrayList<>();
        RuleStates states = RuleStates.NONE;
        Map<String, String> lists = new TreeMap<>();
        SortedMap<String, String> namedTexts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int left = MAX_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new IllegalArgumentException("a rule bundle has at most " + MAX_BYTES + " bytes");
                }
                if (entry.getName().equals(MANIFEST)) {
                    manifest = JsonMapper.shared().readValue(content, Manifest.class);
                } else if (entry.getName().equals(RuleStates.FILE)) {
                    states = RuleStates.parseFile(new String(content, StandardCharsets.UTF_8));
                } else if (entry.getName().startsWith(NAMED)) {
                    String name = entry.getName().substring(NAMED.length());
                    namedTexts.put(name.replace(NamedLists.SUFFIX, ""), new String(content, StandardCharsets.UTF_8));
                } else if (LinkLists.FILES.contains(entry.getName())) {
                    lists.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
                } else if (!BundleSignature.isSignature(entry.getName())) {
                    sources.add(new RuleSource(entry.getName(), new String(content, StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a rule bundle: " + e.getMessage(), e);
        }
        if (manifest == null) {
            throw new IllegalArgumentException("not a rule bundle: it has no " + MANIFEST);
        }
        return new RuleBundle(manifest, sources, states, lists, namedTexts);
    }

    private static void addEntry(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
