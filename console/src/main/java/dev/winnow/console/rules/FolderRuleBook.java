package dev.winnow.console.rules;

import dev.winnow.publication.Activation;
import dev.winnow.publication.Version;
import dev.winnow.rules.RulePack;
import dev.winnow.worker.rules.ListFiles;
import dev.winnow.worker.rules.RuleFiles;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.rules.StateFile;
import dev.winnow.worker.scan.ListTexts;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return new InUse(RuleFolder.withBundled(readOwn().sources()), StateFile.read(folder));
    }

    @Override
    public List<RuleSource> readFiles() {
        List<RuleSource> files = new ArrayList<>();
        RulePack.readBundled().files().forEach(file -> files.add(new RuleSource(file.name(), file.text())));
        files.addAll(readOwn().sources());
        return files;
    }

    @Override
    public NamedLists readLists() {
        try {
            return ListTexts.parse(ListFiles.readTexts(folder.resolve(NamedLists.FOLDER)));
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

    private RuleFiles readOwn() {
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
