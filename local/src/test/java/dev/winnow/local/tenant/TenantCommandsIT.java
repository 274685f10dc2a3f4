package dev.winnow.local.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.audit.AuditEntry;
import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.DynamoSettings;
import dev.winnow.local.Winnow;
import dev.winnow.local.server.DataFolder;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.tenant.ApiKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import software.amazon.awssdk.services.s3.S3Client;

@ParameterizedClass
@EnumSource(TenantCommandsIT.Where.class)
class TenantCommandsIT {
    enum Where {
        THIS_MACHINE,
        A_FLEET
    }

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private Where where;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final String bucket = "b-" + UUID.randomUUID();
    private final String table = Aws.shared().newTable();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeABucket() {
        if (where == Where.A_FLEET) {
            try (S3Client objects = Aws.shared().objects()) {
                objects.createBucket(create -> create.bucket(bucket));
            }
        }
    }

    @Test
    void recordsWhoChangedWhat() throws Exception {
        if (where == Where.THIS_MACHINE) {
            SqliteDatabase.openFile(DataFolder.databaseFile(data), Clock.systemUTC())
                    .close();
        }
        assertThat(run("tenant", "add", "acme")).isZero();
        assertThat(run("key", "create", "acme", "phone")).isZero();
        assertThat(run("key", "revoke", "acme", "phone")).isZero();
        assertThat(run("key", "revoke", "acme", "phone")).isEqualTo(1);
        assertThat(run("tenant", "disable", "acme")).isZero();

        assertThat(readAudit())
                .extracting(AuditEntry::action)
                .containsExactly("disable tenant", "revoke key", "create key", "add tenant");
        assertThat(readAudit()).allSatisfy(entry -> {
            assertThat(entry.target()).isEqualTo("acme");
            assertThat(entry.channel()).isEqualTo("command");
        });
    }

    @Test
    void keepsTenantsAndShowsAKeyOnce() throws Exception {
        assertThat(run("tenant", "add", "acme")).isZero();
        assertThat(run("key", "create", "acme", "phone", "--scope", "submit,manage"))
                .isZero();
        String key = out.toString().strip().lines().toList().getLast();
        assertThat(ApiKey.hashKey(key)).isNotEmpty();

        out.getBuffer().setLength(0);
        assertThat(run("tenant", "list")).isZero();
        assertThat(out.toString()).contains("acme", "phone[manage, submit]").doesNotContain(key);
        if (where == Where.THIS_MACHINE) {
            assertThat(Files.readString(data.resolve("tenants.yaml"))).doesNotContain(key);
        }
    }

    @Test
    void asksForAHistoryAndTakesItBack() {
        run("tenant", "add", "acme");

        assertThat(run("tenant", "set", "acme", "--history", "7", "--history-share", "0.5"))
                .isZero();
        assertThat(out.toString()).contains("history              7", "history-share        0.5");
        assertThat(run("tenant", "set", "acme", "--history", "31")).isNotZero();
        assertThat(err.toString()).contains("1 to 30");
        out.getBuffer().setLength(0);
        assertThat(run("tenant", "set", "acme", "--history", "none")).isZero();
        assertThat(out.toString()).contains("history              none (default)");
    }

    @Test
    void disablesATenantAndRevokesAKey() {
        run("tenant", "add", "acme");
        run("key", "create", "acme", "phone");

        assertThat(run("tenant", "disable", "acme")).isZero();
        assertThat(listed()).contains("acme (disabled)");
        assertThat(run("tenant", "enable", "acme")).isZero();
        assertThat(run("key", "revoke", "acme", "phone")).isZero();
        assertThat(listed()).doesNotContain("disabled", "phone");
    }

    @Test
    void refusesMissingAndExistingNames() {
        run("tenant", "add", "acme");
        run("key", "create", "acme", "phone");

        assertThat(run("tenant", "disable", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no tenant 'nobody'", "winnow tenant list");
        assertThat(run("key", "create", "acme", "phone")).isEqualTo(1);
        assertThat(err.toString()).contains("has a key 'phone'", "another name");
        assertThat(run("key", "revoke", "acme", "tablet")).isEqualTo(1);
        assertThat(err.toString()).contains("has no key 'tablet'");
        assertThat(run("tenant", "add", "acme")).isEqualTo(1);
        assertThat(run("tenant", "add", "No Spaces")).isEqualTo(1);
        assertThat(listed()).contains("acme").doesNotContain("No Spaces");
    }

    @Test
    void changesAndShowsSettings() {
        run("tenant", "add", "acme");
        assertThat(shown("show", "acme"))
                .contains("threshold            50 (default)", "quota                none (default)");

        assertThat(shown(
                        "set",
                        "acme",
                        "--quota",
                        "600",
                        "--threshold",
                        "70",
                        "--deadline",
                        "30",
                        "--country",
                        "DE",
                        "--allow",
                        "MyBank,+49 151 12345678",
                        "--block",
                        "72345",
                        "--app-token",
                        "0123456789abcdef"))
                .contains("quota                600\n", "threshold            70\n", "deadline             30\n")
                .contains("allow                +49 151 12345678, MyBank\n", "block                72345\n");
        assertThat(shown("set", "acme", "--quota", "none", "--unlist", "72345"))
                .contains("quota                none (default)", "block                none (default)")
                .contains(
                        "threshold            70\n",
                        "MyBank",
                        "country              DE\n",
                        "app-token            0123");
    }

    @Test
    void refusesWrongSettings() {
        run("tenant", "add", "acme");

        assertThat(run("tenant", "set", "acme", "--threshold", "101")).isEqualTo(1);
        assertThat(run("tenant", "set", "acme", "--quota", "many")).isEqualTo(1);
        assertThat(run("tenant", "set", "acme", "--country", "XX")).isEqualTo(1);
        assertThat(run("tenant", "set", "nobody", "--quota", "5")).isEqualTo(1);
        assertThat(run("tenant", "show", "nobody")).isEqualTo(1);
        assertThat(err.toString())
                .contains("1 to 100, is 101", "--quota takes a whole number", "country must be", "no tenant 'nobody'");
    }

    private String shown(String... command) {
        out.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("tenant"));
        arguments.addAll(List.of(command));
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        return out.toString();
    }

    private String listed() {
        out.getBuffer().setLength(0);
        assertThat(run("tenant", "list")).isZero();
        return out.toString();
    }

    private List<AuditEntry> readAudit() {
        if (where == Where.THIS_MACHINE) {
            try (SqliteDatabase database = SqliteDatabase.openFile(DataFolder.databaseFile(data), Clock.systemUTC())) {
                return database.audit().listEntries(null, 10);
            }
        }
        try (AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint())) {
            return aws.openDatabase(new DynamoSettings(table, DynamoSettings.DEFAULT.timeout()), Clock.systemUTC())
                    .audit()
                    .listEntries(null, 10);
        }
    }

    private int run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        switch (where) {
            case THIS_MACHINE -> arguments.addAll(List.of("--data", data.toString()));
            case A_FLEET ->
                arguments.addAll(List.of(
                        "--parameters",
                        path,
                        "--bucket",
                        bucket,
                        "--table",
                        table,
                        "--endpoint",
                        Aws.shared().endpoint().toString()));
        }
        CommandLine winnow = Winnow.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return winnow.execute(arguments.toArray(String[]::new));
    }
}
