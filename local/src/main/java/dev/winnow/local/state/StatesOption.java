package dev.winnow.local.state;

import dev.winnow.aws.AwsServices;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.console.rules.FolderRuleBook;
import dev.winnow.console.rules.RuleBook;
import dev.winnow.console.rules.RuleDesk;
import dev.winnow.lab.command.DataOption;
import dev.winnow.local.publish.FleetOption;
import dev.winnow.local.publish.SigningOption;
import dev.winnow.local.server.DataFolder;
import dev.winnow.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** The rules in use that a command works on: the live rules of a fleet when one is named, otherwise of the data folder on this machine. */
public final class StatesOption {
    @Mixin
    private final FleetOption fleet = new FleetOption();

    @Mixin
    private final SigningOption signing = new SigningOption();

    @Mixin
    private final DataOption data = new DataOption();

    /** The fleet, if one is named. */
    public FleetOption fleet() {
        return fleet;
    }

    /** The data folder of the server on this machine. */
    public Path data() {
        return data.path();
    }

    /** Reads from the rules in use. */
    public <T> T readRules(Function<RuleBook, T> action) {
        if (fleet.isGiven()) {
            try (AwsServices aws = fleet.openAws()) {
                return action.apply(fleet.openRuleBook(aws, signing::sign));
            }
        }
        return action.apply(new FolderRuleBook(data.path().resolve("rules")));
    }

    /**
     * Runs an action on the rules. A server on this machine uses a change within two seconds, a fleet within two minutes.
     *
     * @throws IllegalStateException if no server has run on the data folder
     */
    <T> T onDesk(Function<RuleDesk, T> action) {
        Clock clock = Clock.systemUTC();
        if (fleet.isGiven()) {
            try (AwsServices aws = fleet.openAws()) {
                return action.apply(fleet.openRuleDesk(aws, signing::sign));
            }
        }
        try (SqliteDatabase database = DataFolder.openDatabase(data.path(), clock)) {
            return action.apply(new RuleDesk(
                    new FolderRuleBook(data.path().resolve("rules")),
                    database.statistics(),
                    new AuditTrail(database.audit(), clock),
                    clock));
        }
    }
}
