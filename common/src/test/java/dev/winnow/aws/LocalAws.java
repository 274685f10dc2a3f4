package dev.winnow.aws;

import com.sun.net.httpserver.HttpServer;
import dev.winnow.aws.Http.Reply;
import dev.winnow.aws.Http.Request;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQS (ElasticMQ), DynamoDB (dynalite), Parameter Store and S3 (our own) behind one endpoint, as LocalStack has it: the signature's
 * scope says which service a request is for.
 */
public final class LocalAws implements AutoCloseable {
    private static final Pattern SCOPE = Pattern.compile("Credential=[^,]*/([a-z0-9]+)/aws4_request");

    private final ElasticMq queues = new ElasticMq();
    private final Dynalite tables = Dynalite.start();
    private final ParameterServer parameters = new ParameterServer();
    private final ObjectServer objects = new ObjectServer();
    private final HttpServer gateway;

    private LocalAws(int port) {
        this.gateway = Http.serve(port, this::route);
    }

    /** Starts all servers; port 0 takes a free one. */
    public static LocalAws start(int port) {
        return new LocalAws(port);
    }

    /** Serves until the standard input ends, for use in a process or container of its own; says {@code Ready.} as LocalStack does. */
    public static void main(String... arguments) throws IOException {
        try (LocalAws aws = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4566)) {
            System.out.println(aws.endpoint());
            System.out.println("Ready.");
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    public URI endpoint() {
        return Http.uri(gateway);
    }

    private Reply route(Request request) throws IOException {
        Matcher scope = SCOPE.matcher(request.header("Authorization"));
        return switch (scope.find() ? scope.group(1) : "") {
            case "sqs" -> Http.forward(queues.endpoint(), request);
            case "dynamodb" -> Http.forward(tables.endpoint(), request);
            case "ssm" -> parameters.handle(request);
            default -> objects.handle(request);
        };
    }

    @Override
    public void close() {
        gateway.stop(0);
        tables.close();
        queues.close();
    }
}
