package dev.winnow.bench.ingest;

import dev.winnow.ingest.web.SmallBufferProtocol;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The peer: the same Tomcat with the same connector, and a servlet that parses the message and answers 202. */
final class BareServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final byte[] ANSWER =
            "{\"id\":\"AZ2fAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"status\":\"queued\"}".getBytes(StandardCharsets.US_ASCII);

    private final transient JsonMapper json = new JsonMapper();

    record Message(
            @Nullable String text,
            @Nullable String sender,
            @Nullable String channel,
            @Nullable String receivedAt,
            @Nullable String country,
            @Nullable String clientRef) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Message message = json.readValue(request.getInputStream(), Message.class);
        response.setStatus(message.text() == null ? 400 : 202);
        response.setContentType("application/json");
        response.setContentLength(ANSWER.length);
        response.getOutputStream().write(ANSWER);
    }

    /** Starts the servlet on a free port of loopback and returns the port. */
    static int start() throws IOException, LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare-servlet").toString());
        Connector connector = new Connector(SmallBufferProtocol.class.getName());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        ((AbstractHttp11Protocol<?>) connector.getProtocolHandler()).setMaxKeepAliveRequests(-1);
        connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("bare-"));
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "bare", new BareServlet()).addMapping("/v1/messages");
        tomcat.start();
        return connector.getLocalPort();
    }
}
