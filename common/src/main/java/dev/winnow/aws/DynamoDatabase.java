package dev.winnow.aws;

import dev.winnow.audit.AuditLog;
import dev.winnow.campaign.CampaignLog;
import dev.winnow.feedback.FeedbackStore;
import dev.winnow.history.RescanStore;
import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.publication.TrippedRules;
import dev.winnow.publication.WorkerRegistry;
import dev.winnow.pulse.PulseLog;
import dev.winnow.statistics.RuleStatistics;
import dev.winnow.statistics.TenantUsage;
import dev.winnow.verdict.CrashMarks;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.webhook.AttemptLog;
import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.EndpointStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import tools.jackson.databind.json.JsonMapper;

/** The stores of a fleet, all in one DynamoDB table. The caller closes the client. Any thread. */
public final class DynamoDatabase {
    private static final Logger log = LoggerFactory.getLogger(DynamoDatabase.class);

    private final VerdictStore verdicts;
    private final CrashMarks marks;
    private final IdempotencyStore requests;
    private final FeedbackStore feedback;
    private final EndpointStore endpoints;
    private final DueWebhooks due;
    private final AttemptLog attempts;
    private final RuleStatistics statistics;
    private final TenantUsage usage;
    private final WorkerRegistry roster;
    private final TrippedRules tripped;
    private final PulseLog pulses;
    private final AuditLog audit;
    private final RescanStore rescans;
    private final CampaignLog campaigns;

    private DynamoDatabase(DynamoTable table, DynamoSettings settings, Clock clock) {
        this.verdicts = new DynamoVerdictStore(table, new DynamoBatchRead(table, settings.timeout()), clock);
        this.marks = new DynamoCrashMarks(table);
        this.requests = new DynamoIdempotencyStore(table, clock);
        this.feedback = new DynamoFeedbackStore(table, clock);
        this.endpoints = new DynamoEndpointStore(table);
        this.due = new DynamoDueWebhooks(table, clock);
        this.attempts = new DynamoAttemptLog(table, clock);
        this.statistics = new DynamoRuleStatistics(table, clock);
        this.usage = new DynamoTenantUsage(table, clock);
        this.roster = new DynamoWorkerRegistry(table, clock);
        this.tripped = new DynamoTrippedRules(table, clock);
        this.pulses = new DynamoPulseLog(table);
        this.audit = new DynamoAuditLog(table, clock);
        this.rescans = new DynamoRescanStore(table, clock);
        this.campaigns = new DynamoCampaignLog(table, clock);
    }

    /** Opens the stores without a call to DynamoDB: a start must not hang on a store that is away for a minute. */
    public static DynamoDatabase openTable(DynamoDbClient client, DynamoSettings settings, Clock clock) {
        return new DynamoDatabase(new DynamoTable(client, settings.table()), settings, clock);
    }

    public VerdictStore verdicts() {
        return verdicts;
    }

    public CrashMarks marks() {
        return marks;
    }

    public IdempotencyStore idempotency() {
        return requests;
    }

    public FeedbackStore feedback() {
        return feedback;
    }

    public EndpointStore endpoints() {
        return endpoints;
    }

    public DueWebhooks dueWebhooks() {
        return due;
    }

    public AttemptLog attempts() {
        return attempts;
    }

    public RuleStatistics statistics() {
        return statistics;
    }

    public TenantUsage usage() {
        return usage;
    }

    public WorkerRegistry roster() {
        return roster;
    }

    public TrippedRules tripped() {
        return tripped;
    }

    public PulseLog pulses() {
        return pulses;
    }

    public AuditLog audit() {
        return audit;
    }

    public RescanStore rescans() {
        return rescans;
    }

    public CampaignLog campaigns() {
        return campaigns;
    }

    /** Makes the table that {@code table.json} describes, which Terraform reads as well, and waits until it exists. */
    public static void createTable(DynamoDbClient client, String name) {
        Schema schema = Schema.readSchema();
        client.createTable(create -> create.tableName(name)
                .billingMode(schema.billingMode())
                .attributeDefinitions(textAttribute(schema.partitionKey()), textAttribute(schema.sortKey()))
                .keySchema(
                        keyElement(schema.partitionKey(), KeyType.HASH), keyElement(schema.sortKey(), KeyType.RANGE)));
        client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
        try {
            client.updateTimeToLive(update -> update.tableName(name)
                    .timeToLiveSpecification(
                            ttl -> ttl.attributeName(schema.timeToLive()).enabled(true)));
        } catch (SdkException e) {
            log.info(
                    "Table '{}' does not delete expired items, because its time to live could not be set; readers leave expired items out: {}",
                    name,
                    e.toString());
        }
    }

    private static AttributeDefinition textAttribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement keyElement(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private record Schema(String partitionKey, String sortKey, String timeToLive, String billingMode) {
        static Schema readSchema() {
            try (InputStream json = DynamoDatabase.class.getResourceAsStream("table.json")) {
                if (json == null) {
                    throw new IllegalStateException("table.json is missing from the class path; build common again");
                }
                return JsonMapper.shared().readValue(json, Schema.class);
            } catch (IOException e) {
                throw new UncheckedIOException("table.json cannot be read", e);
            }
        }
    }
}
