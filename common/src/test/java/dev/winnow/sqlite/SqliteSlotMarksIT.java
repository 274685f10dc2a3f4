package dev.winnow.sqlite;

import dev.winnow.verdict.SlotMarks;
import dev.winnow.verdict.SlotMarksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSlotMarksIT extends SlotMarksContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected SlotMarks marks() {
        return file.database().marks();
    }
}
