package dev.winnow.ingest.tomcat;

import dev.winnow.ingest.problem.Problem;
import java.io.IOException;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Response;

/**
 * A request line without a version (HTTP/0.9). The container would send a body alone, which no client of today can tell from an answer;
 * it is refused with a whole one.
 */
final class BareRequest {
    private BareRequest() {}

    static void refuse(Response response) throws IOException {
        int status = response.getStatus() < 400 ? 400 : response.getStatus();
        Problem problem = ContainerProblem.ofStatus(status);
        response.setStatus(status);
        response.setContentType(Problem.MEDIA_TYPE);
        response.getMimeHeaders().addValue("Connection").setString("close");
        KeepAliveRefusal.writeAnswer(response, problem.toJson());
        response.action(ActionCode.CLOSE, null);
    }
}
