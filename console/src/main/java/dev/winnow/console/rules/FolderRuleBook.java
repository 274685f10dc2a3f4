package dev.winnow.console.rules;

import dev.winnow.publication.Activation;
import dev.winnow.publication.Version;
import dev.winnow.worker.rules.ListFiles;
import dev.winnow.worker.rules.RuleFiles;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.rules.StateFile;
import dev.winnow.worker.scan.link.LinkLists;
import dev.winnow.worker.scan.list.NamedLists;
import dev.winnow.worker.scan.state.RuleStates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        try {
            RuleFiles files = Files.isDirectory(folder) ? RuleFiles.read(folder) : RuleFiles.none();
            return new InUse(RuleFolder.withBundled(files.sources()), StateFile.read(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public NamedLists readLists() {
        try {
            return NamedLists.parseTexts(ListFiles.readTexts(folder.resolve(NamedLists.FOLDER)));
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
    public synchronized void changeStates(Function<InUse, RuleStates> change) {
        RuleStates changed = change.apply(readInUse());
        try {
            StateFile.write(folder, changed);
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
