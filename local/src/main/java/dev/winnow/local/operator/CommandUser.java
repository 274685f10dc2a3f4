package dev.winnow.local.operator;

import dev.winnow.console.access.Operator;
import dev.winnow.console.access.Role;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.local.server.DataFolder;
import dev.winnow.sqlite.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The user of this machine as an operator: an account that may write the data folder or the fleet's files may do everything with them. */
public final class CommandUser {
    private CommandUser() {}

    public static Operator current() {
        return new Operator(System.getProperty("user.name", "operator"), Role.ADMIN, Operator.COMMAND);
    }

    /** Records an action on a data folder. A folder on which no server has run yet has no audit log. */
    public static void recordAction(Path data, String action, String target, String detail) {
        if (Files.notExists(DataFolder.databaseFile(data))) {
            return;
        }
        Clock clock = Clock.systemUTC();
        try (SqliteDatabase database = DataFolder.openDatabase(data, clock)) {
            new AuditTrail(database.audit(), clock).record(current(), action, target, detail);
        }
    }
}
