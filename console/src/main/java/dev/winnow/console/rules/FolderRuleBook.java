package dev.winnow.console.rules;

import dev.winnow.publication.Activation;
import dev.winnow.publication.Version;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.rules.ListFiles;
import dev.winnow.worker.rules.RuleFiles;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.rules.StateFile;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rules of a folder on this machine. The commands and the fuse write the same file of states; the last change wins. */
public final class FolderRuleBook implements RuleBook {
    private static final String NO_VERSIONS =
            "the rules of one machine are files in a folder and have no versions; bring the earlier files back instead";

    private final Path folder;

    public FolderRuleBook(Path folder) {
        this.folder = folder;
    }

    @Override
    public InUse readInUse() {
        return new InUse(RuleFolder.withBundled(readOwn()), StateFile.read(folder));
    }

    @Override
    public List<RuleSource> readFiles() {
        List<RuleSource> files = new ArrayList<>();
        RulePack.readBundled().files().forEach(file -> files.add(new RuleSource(file.name(), file.text())));
        files.addAll(readOwn());
        return files;
    }

    @Override
    public NamedLists readLists() {
        try {
            return ListFiles.readUsable(folder.resolve(NamedLists.FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public LinkLists readLinkLists() {
        try {
            return LinkLists.withFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Release readVersion(String name) {
        throw new IllegalStateException(NO_VERSIONS);
    }

    @Override
    public synchronized void changeStates(Function<InUse, RuleStates> change) {
        RuleStates changed = change.apply(readInUse());
        try {
            StateFile.write(folder, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<RuleSource> readOwn() {
        return readOwnFiles().sources();
    }

    /** Writes the files that are new or other than before, and deletes the others; a server reads each as a whole. */
    @Override
    public synchronized String replaceOwn(List<RuleSource> own, List<RuleSource> admitted) {
        List<RuleSource> before = readOwn();
        try {
            Files.createDirectories(folder);
            for (RuleSource file : own) {
                if (!before.contains(file)) {
                    Path fresh = Files.createTempFile(folder, ".rules", ".tmp");
                    Files.writeString(fresh, file.text());
                    Files.move(fresh, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            for (RuleSource old : before) {
                if (own.stream().noneMatch(file -> file.name().equals(old.name()))) {
                    Files.deleteIfExists(folder.resolve(old.name()));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the rules folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
        return own.size() + " rule files in " + folder;
    }

    private RuleFiles readOwnFiles() {
        try {
            return Files.isDirectory(folder) ? RuleFiles.read(folder) : RuleFiles.none();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Activation> listActivations() {
        return List.of();
    }

    @Override
    public Earlier findEarlier(String name) {
        throw new IllegalStateException(NO_VERSIONS);
    }

    @Override
    public void activate(Version version) {
        throw new IllegalStateException(NO_VERSIONS);
    }
}
