package dev.winnow.ingest.tomcat;

import dev.winnow.ingest.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.http.FastHttpDateFormat;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Answers with a problem and leaves the connection open. The container closes it after a 503 (400, 500); many refused clients
 * would all connect anew, which costs more than refusing them. The container has no setting for this, so the head of the answer is written
 * here, and the container takes it as written.
 */
public final class KeepAliveRefusal {
    private static final String ATTRIBUTE = "dev.winnow.open";
    private static final int ROOM = 1_024;

    private KeepAliveRefusal() {}

    /** Answers with a problem. The container closes the connection as usual if either side asked for that or the body was not read. */
    public static void answerProblem(
            Problem problem, boolean isBodyRead, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Request container = ClientConnection.connectionOf(request);
        if (container == null
                || response.isCommitted()
                || isLeftToContainer(request, problem)
                || !(isBodyRead || hasNoBody(request))) {
            problem.writeTo(response);
            return;
        }
        byte[] body = problem.beginAnswer(response);
        container.setAttribute(ATTRIBUTE, true);
        try {
            writeAnswer(container.getResponse(), body);
        } catch (IOException gone) {
            throw new ClientAbortException(gone);
        }
    }

    private static boolean isLeftToContainer(HttpServletRequest request, Problem problem) {
        return request.getMethod().equals("HEAD")
                || !request.getProtocol().equals("HTTP/1.1")
                || request.getHeader("Connection") != null
                || problem.headers().containsKey("Connection");
    }

    private static boolean hasNoBody(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    }

    /** Whether the connection of this request stays open after an answer that the container would close it for. */
    static boolean isKept(Request request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /** Writes a whole answer: its head from status and headers, and this body. */
    static void writeAnswer(Response response, byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(ROOM);
        putText("HTTP/1.1 " + response.getStatus() + " \r\n", out);
        MimeHeaders headers = response.getMimeHeaders();
        for (int i = 0; i < headers.size(); i++) {
            putText(headers.getName(i) + ": " + headers.getValue(i) + "\r\n", out);
        }
        putText("Date: " + FastHttpDateFormat.getCurrentDate() + "\r\n", out);
        putText("Content-Type: " + response.getContentType() + "\r\nContent-Length: " + body.length + "\r\n\r\n", out);
        out.write(body);
        response.setCommitted(true);
        response.doWrite(ByteBuffer.wrap(out.toByteArray()));
    }

    private static void putText(String text, ByteArrayOutputStream out) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
