package dev.winnow.ingest;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class if a forbidden text was logged by its end. Registered for all classes. */
public final class LeakCheck implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        LeakDetector.assertNothingLeaked();
    }
}
