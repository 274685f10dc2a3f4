package dev.winnow.ingest.tomcat;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Stands between the container's parser and its pipeline, so that its steps also apply to answers of the container itself, such as that
 * to {@code OPTIONS *}.
 */
final class GuardedAdapter implements Adapter {
    private final Adapter pipeline;

    GuardedAdapter(Adapter pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        ResponseHeaders.addTo(response, request);
        BoundedProcessor processor = BoundedProcessor.of(request);
        if (processor.lacksVersion()) {
            BareRequest.refuse(response);
            return;
        }
        if (ServerOptions.isAsked(request)) {
            ServerOptions.answer(response);
            pipeline.log(request, response, 0);
            return;
        }
        pipeline.service(request, response);
        processor.drainBody();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return pipeline.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return pipeline.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        pipeline.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        pipeline.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return pipeline.getDomain();
    }
}
