package dev.winnow.bench.pipeline;

import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** Counts what AWS would bill: every request to SQS in this process. The SDK finds it by a file of its own on the class path. */
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
