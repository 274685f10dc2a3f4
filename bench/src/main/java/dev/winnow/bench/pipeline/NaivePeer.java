package dev.winnow.bench.pipeline;

import dev.winnow.aws.SqsSettings;
import dev.winnow.local.server.LocalQueue;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.worker.scan.MessageScanners;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The pipeline as one writes it on a first afternoon with Spring Boot and Spring Cloud AWS: one send a request, one listener call a message,
 * one put a verdict. The queue server, the store and the rules are Winnow's.
 */
final class NaivePeer {
    /** The peer's concurrency, not yet shown to be its best: {@code make bench-long} compares it with others. */
    static final int CONCURRENCY = 100;

    private NaivePeer() {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({NaiveController.class, NaiveListener.class, NaiveQueue.class})
    static class Application {}

    /**
     * Takes two arguments: the data folder and the number of messages that the listener takes at once. Each line of the standard input
     * starts a measurement of the queue alone; the answer is its messages a second.
     */
    public static void main(String... arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        LocalQueue queue = LocalQueue.start(data.resolve("queue"), 0);
        SqliteDatabase database = SqliteDatabase.openFile(data.resolve("naive.db"), Clock.systemUTC());
        ActiveRules rules = new ActiveRules(
                RuleCompiler.compile(RuleFolder.bundledSources()).orThrow(), MessageScanners.SCAN_OPTIONS);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("store", database.verdicts());
                    starting.getBeanFactory().registerSingleton("scanners", new MessageScanners(rules));
                })
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.threads.virtual.enabled=true",
                        "spring.main.banner-mode=off",
                        "spring.cloud.aws.endpoint=" + queue.endpoint(),
                        "spring.cloud.aws.region.static=us-east-1",
                        "spring.cloud.aws.credentials.access-key=x",
                        "spring.cloud.aws.credentials.secret-key=x",
                        "spring.cloud.aws.parameterstore.enabled=false",
                        "naive.queue=" + SqsSettings.DEFAULT.scanQueue(),
                        "naive.queue-alone=" + SqsSettings.DEFAULT.bulkQueue(),
                        "naive.concurrency=" + arguments[1])
                .run();
        System.out.println(
                "serves on http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            System.out.println("meters " + context.getBean(NaiveQueue.class).messagesPerSecond());
        }
        System.exit(0);
    }
}
