package dev.winnow.local.publish;

import dev.winnow.aws.AwsRegion;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.DynamoDatabase;
import dev.winnow.aws.DynamoSettings;
import dev.winnow.console.audit.AuditTrail;
import dev.winnow.console.rules.PublishedRuleBook;
import dev.winnow.console.rules.RuleDesk;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.publication.Publication;
import dev.winnow.publication.TrippedRules;
import dev.winnow.publication.WorkerRegistry;
import dev.winnow.service.ParameterSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
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

    /** Whether a fleet is named at all; half a name counts, so that no command changes this machine by mistake. */
    public boolean isGiven() {
        return !isMissing(path) || !isMissing(bucket);
    }

    /**
     * Opens AWS for a command on published rules or tenants; the caller closes it.
     *
     * @throws IllegalStateException if a part of the fleet's name is missing; names all that are
     */
    public AwsServices openAws() {
        requireNamed();
        return AwsServices.ofEnvironment(endpoint);
    }

    /** Opens AWS for a command that needs the region alone; the caller closes it. */
    AwsServices openAccount() {
        return AwsServices.ofEnvironment(endpoint);
    }

    /** Opens the fleet's rules. */
    public Publication openRules(AwsServices aws) {
        return aws.openPublication(
                pointerNames().rulesPointer(), Objects.requireNonNull(bucket), "rules/", copiesFolder());
    }

    /** Opens the fleet's tenants. */
    public Publication openTenants(AwsServices aws) {
        return aws.openPublication(
                pointerNames().tenantsPointer(), Objects.requireNonNull(bucket), "tenants/", copiesFolder());
    }

    /**
     * Opens the fleet's rules with their states and statistics.
     *
     * @param signer signs a bundle with changed states
     */
    public RuleDesk openRuleDesk(AwsServices aws, UnaryOperator<byte[]> signer) {
        Clock clock = Clock.systemUTC();
        return new RuleDesk(openRuleBook(aws, signer), openDatabase(aws).statistics(), openTrail(aws), clock);
    }

    /**
     * Opens the fleet's published rules.
     *
     * @param signer signs a bundle with changed states
     */
    public PublishedRuleBook openRuleBook(AwsServices aws, UnaryOperator<byte[]> signer) {
        return new PublishedRuleBook(openRules(aws), openTripped(aws), signer);
    }

    /** Opens the fleet's audit log. */
    public AuditTrail openTrail(AwsServices aws) {
        return new AuditTrail(openDatabase(aws).audit(), Clock.systemUTC());
    }

    /** Opens the opinions of people about the fleet's verdicts. */
    public FeedbackStore openFeedback(AwsServices aws) {
        return openDatabase(aws).feedback();
    }

    /** Opens the rules that fuses of the fleet put into shadow. */
    public TrippedRules openTripped(AwsServices aws) {
        return openDatabase(aws).tripped();
    }

    /** Opens the registry of the fleet's workers. */
    public WorkerRegistry openRegistry(AwsServices aws) {
        return openDatabase(aws).roster();
    }

    /** The full name of one of the fleet's parameters. */
    public String parameter(String name) {
        return Objects.requireNonNull(path) + name;
    }

    private DynamoDatabase openDatabase(AwsServices aws) {
        return aws.openDatabase(new DynamoSettings(table, DynamoSettings.DEFAULT.timeout()), Clock.systemUTC());
    }

    private ParameterSettings pointerNames() {
        return new ParameterSettings(Objects.requireNonNull(path), Duration.ofMinutes(1));
    }

    private static Path copiesFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"), "winnow-published");
    }

    /**
     * Refuses a fleet that is not fully named.
     *
     * @throws IllegalStateException if a part is missing; names all that are
     */
    void requireNamed() {
        List<String> missing = new ArrayList<>();
        if (endpoint == null && !AwsRegion.isKnown()) {
            missing.add("AWS_REGION");
        }
        if (isMissing(path)) {
            missing.add("WINNOW_PARAMETERS_PATH (or --parameters)");
        }
        if (isMissing(bucket)) {
            missing.add("WINNOW_BUCKET (or --bucket)");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("no fleet is named: set " + String.join(" and ", missing)
                    + "; 'terraform output' and docs/runbook.md give the values. Without a fleet there is nothing to publish or to roll back:"
                    + " the rules of one machine are the files in the folder 'rules' of its data folder");
        }
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
