package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.store.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class DynamoTableTest {
    private final DynamoTable table = new DynamoTable(new NoDynamo(), "winnow");

    /** A client that is never called; the test itself throws the exception of a call. */
    private static final class NoDynamo implements DynamoDbClient {
        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }

    static List<RuntimeException> failures() {
        return List.of(
                new CancellationException("the call took too long"),
                new CompletionException(new IOException("reset")),
                new RejectedExecutionException("closed"),
                new UncheckedIOException(new IOException("reset")),
                ApiCallTimeoutException.create(1_000),
                AbortedException.create("interrupted"),
                SdkClientException.create("no route"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysThatTheStoreIsAwayHoweverACallFails(RuntimeException failure) {
        assertThatThrownBy(() -> table.callClient("read verdicts", _ -> {
                    throw failure;
                }))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("winnow")
                .hasCause(failure);
    }

    @Test
    void leavesAFailedConditionToItsCaller() {
        assertThatThrownBy(() -> table.callClient("save verdicts", _ -> {
                    throw ConditionalCheckFailedException.builder().build();
                }))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }
}
