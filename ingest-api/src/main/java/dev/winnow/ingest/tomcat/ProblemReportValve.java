package dev.winnow.ingest.tomcat;

import dev.winnow.ingest.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Writes a problem document for the errors that the container finds by itself: broken request lines, headers too long, bad encodings. */
public final class ProblemReportValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = ContainerProblem.ofStatus(status);
        byte[] body = problem.toJson();
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            problem.headers().forEach(response::setHeader);
            response.setContentLength(body.length);
            OutputStream out = response.getResponse().getOutputStream();
            out.write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // The connection is closed or the answer is on its way: nobody is left to tell.
            container.getLogger().debug("an error could not be reported", gone);
        }
    }
}
