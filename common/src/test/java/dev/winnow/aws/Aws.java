package dev.winnow.aws;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * An AWS for tests, one per JVM: the endpoint in {@code WINNOW_AWS_ENDPOINT}, or LocalStack where a container engine runs, or
 * servers of our own on loopback. The property {@code winnow.aws=localstack} or {@code =local} chooses one.
 */
public final class Aws {
    /** The last community image that starts without an account; {@code winnow.localstack.image} names another. */
    private static final String LOCALSTACK = "localstack/localstack:4.14.0";

    private static final int LOCALSTACK_PORT = 4566;

    private final URI endpoint;
    private final AwsAccess access;

    private Aws(URI endpoint) {
        this.endpoint = endpoint;
        this.access = AwsAccess.forEmulator(endpoint);
    }

    /** Holds the AWS of this JVM, which starts at its first use. */
    private static final class Shared {
        static final Aws AWS = new Aws(start());
    }

    /** The AWS of this JVM. */
    public static Aws shared() {
        return Shared.AWS;
    }

    /** The AWS of this JVM behind a proxy, which adds faults that emulators do not have. */
    public Aws through(FaultProxy proxy) {
        return new Aws(proxy.endpoint());
    }

    public URI endpoint() {
        return endpoint;
    }

    /** A client; the caller closes it. */
    public SqsAsyncClient sqs() {
        return access.openSqs();
    }

    /** A client as production makes it; the caller closes it. */
    public DynamoDbClient dynamoDb(Duration timeout) {
        return access.dynamoDb(timeout);
    }

    /** A client; the caller closes it. */
    public SsmClient parameters() {
        return access.openParameters();
    }

    /** A client; the caller closes it. */
    public S3Client objects() {
        return access.openObjects();
    }

    /** Makes three empty queues. */
    public SqsSettings newQueues(Duration visibility) {
        String name = "q-" + UUID.randomUUID();
        SqsSettings settings =
                new SqsSettings(name + "-scan", name + "-bulk", name + "-dead-letters", visibility, true);
        try (SqsAsyncClient client = sqs()) {
            SqsQueues.createQueues(client, settings);
        }
        return settings;
    }

    /** Makes an empty table and returns its name. */
    public String newTable() {
        String name = "t-" + UUID.randomUUID();
        try (DynamoDbClient client = dynamoDb(Duration.ofSeconds(30))) {
            DynamoDatabase.createTable(client, name);
        }
        return name;
    }

    private static URI start() {
        String given = System.getenv("WINNOW_AWS_ENDPOINT");
        String wanted = System.getProperty("winnow.aws", "");
        if (given != null && !given.isBlank()) {
            return say("the endpoint in WINNOW_AWS_ENDPOINT", () -> URI.create(given));
        }
        if (wanted.equals("localstack") || (!wanted.equals("local") && engineRuns())) {
            return say("containers", Aws::startContainer);
        }
        return say(
                "servers of our own (ElasticMQ, dynalite, Parameter Store, S3)",
                () -> LocalAws.start(0).endpoint());
    }

    private static boolean engineRuns() {
        boolean socket = System.getenv("DOCKER_HOST") != null
                || java.nio.file.Files.exists(java.nio.file.Path.of("/var/run/docker.sock"));
        return socket && DockerClientFactory.instance().isDockerAvailable();
    }

    /** The container ends with this JVM. Host networking, where bridges are not to be had, is {@code winnow.localstack.network=host}. */
    @SuppressWarnings("resource")
    private static URI startContainer() {
        String image = System.getProperty("winnow.localstack.image", LOCALSTACK);
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .waitingFor(Wait.forLogMessage(".*Ready\\.\\s*", 1).withStartupTimeout(Duration.ofMinutes(2)));
        if (System.getProperty("winnow.localstack.network", "").equals("host")) {
            container.withNetworkMode("host").start();
            return URI.create("http://127.0.0.1:" + LOCALSTACK_PORT);
        }
        container.withExposedPorts(LOCALSTACK_PORT).start();
        return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(LOCALSTACK_PORT));
    }

    private static URI say(String what, Supplier<URI> start) {
        URI endpoint = start.get();
        System.out.println("AWS for the tests: " + what + " at " + endpoint);
        return endpoint;
    }
}
