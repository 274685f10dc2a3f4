package dev.winnow.worker.rules;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Search for a rule file below a folder, bounded so that it can be repeated several times a second. One thread. */
final class RuleFileSearch extends SimpleFileVisitor<Path> {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_FILES = 500;

    private int visited;
    private @Nullable Path found;

    private RuleFileSearch() {}

    /** Finds one rule file; empty if there is none among the first 500 files, four folders deep. */
    static Optional<Path> findFirst(Path folder) {
        RuleFileSearch search = new RuleFileSearch();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, search);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(search.found);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (RuleFiles.isRuleFile(file)) {
            found = file;
            return FileVisitResult.TERMINATE;
        }
        return ++visited < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        return FileVisitResult.CONTINUE;
    }
}
