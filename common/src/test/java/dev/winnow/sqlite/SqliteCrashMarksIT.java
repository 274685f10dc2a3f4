package dev.winnow.sqlite;

import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.CrashMarksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteCrashMarksIT extends CrashMarksContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected CrashMarks marks() {
        return file.database().marks();
    }
}
