package dev.winnow.local.publish;

import dev.winnow.aws.AwsServices;
import dev.winnow.aws.DynamoSettings;
import dev.winnow.publication.Publication;
import dev.winnow.publication.TrippedRules;
import dev.winnow.publication.WorkerRegistry;
import dev.winnow.service.ParameterSettings;
import dev.winnow.statistics.RuleStatistics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The fleet that a command works on; its environment variables have the same names as in the fleet's tasks. */
public final class FleetOption {
    @Option(
            names = "--parameters",
            defaultValue = "${env:WINNOW_PARAMETERS_PATH}",
            paramLabel = "PATH",
            description = "The prefix of the fleet's parameters, such as /winnow/prod/ (WINNOW_PARAMETERS_PATH).")
    private @Nullable String path;

    @Option(
            names = "--bucket",
            defaultValue = "${env:WINNOW_BUCKET}",
            paramLabel = "NAME",
            description = "The S3 bucket of published rules and tenants (WINNOW_BUCKET).")
    private @Nullable String bucket;

    @Option(
            names = "--table",
            defaultValue = "${env:WINNOW_DYNAMODB_TABLE:-winnow}",
            paramLabel = "NAME",
            description = "The DynamoDB table (WINNOW_DYNAMODB_TABLE; default ${DEFAULT-VALUE}).")
    private String table = "";

    @Option(
            names = "--endpoint",
            defaultValue = "${env:WINNOW_AWS_ENDPOINT}",
            paramLabel = "URL",
            description = "The address of an emulator to use instead of AWS (WINNOW_AWS_ENDPOINT).")
    private @Nullable URI endpoint;

    /** Whether a fleet is named at all. */
    public boolean isGiven() {
        return path != null && !path.isBlank() && bucket != null && !bucket.isBlank();
    }

    /** Opens AWS; the caller closes it. */
    public AwsServices openAws() {
        return AwsServices.ofEnvironment(endpoint);
    }

    /** Opens the fleet's rules. */
    public Publication openRules(AwsServices aws) {
        return aws.openPublication(
                pointerNames().rulesPointer(), requireOption(bucket, "--bucket"), "rules/", copiesFolder());
    }

    /** Opens the fleet's tenants. */
    public Publication openTenants(AwsServices aws) {
        return aws.openPublication(
                pointerNames().tenantsPointer(), requireOption(bucket, "--bucket"), "tenants/", copiesFolder());
    }

    /** Opens the statistics of the fleet's rules. */
    public RuleStatistics openStatistics(AwsServices aws) {
        return aws.openDatabase(new DynamoSettings(table, DynamoSettings.DEFAULT.timeout()), Clock.systemUTC())
                .statistics();
    }

    /** Opens the rules that fuses of the fleet put into shadow. */
    public TrippedRules openTripped(AwsServices aws) {
        return aws.openDatabase(new DynamoSettings(table, DynamoSettings.DEFAULT.timeout()), Clock.systemUTC())
                .tripped();
    }

    /** Opens the registry of the fleet's workers. */
    public WorkerRegistry openRegistry(AwsServices aws) {
        return aws.openDatabase(new DynamoSettings(table, DynamoSettings.DEFAULT.timeout()), Clock.systemUTC())
                .roster();
    }

    private ParameterSettings pointerNames() {
        return new ParameterSettings(requireOption(path, "--parameters"), Duration.ofMinutes(1));
    }

    private static Path copiesFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"), "winnow-published");
    }

    private static String requireOption(@Nullable String value, String option) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("no fleet is named: give " + option + ", or set its environment variable");
        }
        return value;
    }
}
