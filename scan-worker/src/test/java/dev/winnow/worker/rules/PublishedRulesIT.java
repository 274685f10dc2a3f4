package dev.winnow.worker.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.aws.Aws;
import dev.winnow.aws.AwsServices;
import dev.winnow.aws.DynamoDatabase;
import dev.winnow.aws.DynamoSettings;
import dev.winnow.publication.Pointer;
import dev.winnow.publication.Publication;
import dev.winnow.publication.TrippedRules;
import dev.winnow.publication.Version;
import dev.winnow.worker.scan.state.RuleState.Mode;
import dev.winnow.worker.scan.state.RuleStates;
import dev.winnow.yara.RuleSource;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Workers on published rules, over the protocols of S3, Parameter Store and DynamoDB. */
class PublishedRulesIT {
    private static final String RULE = """
            rule toll { meta: category = "junk" weight = 60 strings: $a = "toll" condition: $a }
            rule parcel { meta: category = "junk" weight = 60 strings: $a = "parcel" condition: $a }
            """;

    private final String bucket = "b-" + UUID.randomUUID();
    private final String path = "/winnow/" + UUID.randomUUID() + "/";
    private final AwsServices aws = AwsServices.ofEnvironment(Aws.shared().endpoint());
    private final TrippedRules tripped = openTable().tripped();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void makeABucket() {
        try (S3Client objects = Aws.shared().objects()) {
            objects.createBucket(create -> create.bucket(bucket));
        }
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void runsRulesWithTheirStatesAndRollsBothBack() {
        RuleBundle active = bundle(RULE);
        RuleBundle shadow = active.withStates(RuleStates.parseFile("toll\tshadow\nparcel\toff\n"));
        Version first = publish(active.toBytes());
        try (PublishedRules rules = start("worker", null)) {
            String version = rules.activeRules().current().version();
            assertThat(version).isEqualTo(active.manifest().version());

            rules.follow(new Pointer.Published(publish(shadow.toBytes())));
            assertThat(rules.activeRules().current().version())
                    .isEqualTo(shadow.manifest().version());
            assertThat(rules.activeRules().current().rules()).hasSize(1);
            assertThat(rules.states().stateOf("toll").mode()).isEqualTo(Mode.SHADOW);

            rules.follow(new Pointer.Published(first));
            assertThat(rules.activeRules().current().version()).isEqualTo(version);
            assertThat(rules.states().isEmpty()).isTrue();
        }
    }

    @Test
    void takesARuleOutOfPlayInEveryWorkerUntilTheNextPublication() {
        publish(bundle(RULE).toBytes());
        try (PublishedRules one = start("one", null);
                PublishedRules other = start("other", null)) {
            String before = one.activeRules().current().version();

            one.putInShadow("toll", "decided everything");
            other.followTrips();

            assertThat(one.states().stateOf("toll").mode()).isEqualTo(Mode.SHADOW);
            assertThat(other.states()).isEqualTo(one.states());
            assertThat(other.activeRules().current().version())
                    .isEqualTo(one.activeRules().current().version())
                    .isNotEqualTo(before);
            try (PublishedRules late = start("late", null)) {
                assertThat(late.states()).isEqualTo(one.states());
            }

            other.follow(
                    new Pointer.Published(publish(bundle(RULE + "// mended\n").toBytes())));
            assertThat(other.states().isEmpty()).isTrue();
        }
    }

    @Test
    void refusesWhatIsNotSignedAndKeepsTheLastGoodRules() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        RuleBundle good = bundle(RULE);
        publish(BundleSignature.signBundle(good.toBytes(), pair.getPrivate()));
        try (PublishedRules rules = start("worker", pair.getPublic())) {
            Version unsigned = publish(bundle(RULE + "// other\n").toBytes());

            assertThatThrownBy(() -> rules.follow(new Pointer.Published(unsigned)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(unsigned.key() + " is refused: it is not signed");
            assertThat(rules.activeRules().current().version())
                    .isEqualTo(good.manifest().version());
        }
        try (PublishedRules restarted = start("worker", pair.getPublic())) {
            assertThat(restarted.activeRules().current().version())
                    .isEqualTo(good.manifest().version());
        }
        assertThatThrownBy(() -> start("new", pair.getPublic())).hasMessageContaining("is refused");
    }

    private PublishedRules start(String worker, @Nullable PublicKey key) {
        return PublishedRules.start(publication(), folder.resolve(worker).resolve("last-good"), key, tripped);
    }

    private Version publish(byte[] bundle) {
        return publication().publishContent(UUID.randomUUID() + ".zip", bundle);
    }

    private Publication publication() {
        return aws.openPublication(path + "rules-pointer", bucket, "rules/", folder);
    }

    private static DynamoDatabase openTable() {
        DynamoSettings settings = new DynamoSettings(Aws.shared().newTable(), Duration.ofSeconds(30));
        return DynamoDatabase.openTable(Aws.shared().dynamoDb(settings.timeout()), settings, Clock.systemUTC());
    }

    private static RuleBundle bundle(String rules) {
        return RuleBundle.assemble(
                "day",
                List.of(new RuleSource("own.yar", rules)),
                RuleStates.NONE,
                Map.of(),
                new TreeMap<>(),
                List.of());
    }
}
