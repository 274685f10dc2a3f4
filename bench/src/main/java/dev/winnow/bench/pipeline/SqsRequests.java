package dev.winnow.bench.pipeline;

import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** Counts the requests to SQS in this process, each of which AWS would bill. The SDK finds this class by a file on the class path. */
public final class SqsRequests implements ExecutionInterceptor {
    private static final LongAdder SENT = new LongAdder();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (context.request() instanceof SqsRequest) {
            SENT.increment();
        }
    }

    static long sentCount() {
        return SENT.sum();
    }
}
