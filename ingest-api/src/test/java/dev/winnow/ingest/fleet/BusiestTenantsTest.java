package dev.winnow.ingest.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.winnow.ingest.quota.QuotaSettings;
import dev.winnow.ingest.quota.Quotas;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BusiestTenantsTest {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(BusiestTenants.class);
    private final Quotas quotas = new Quotas(new QuotaSettings(1, 1));

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void namesTheTenantsThatSendMost() {
        for (int tenant = 1; tenant <= 7; tenant++) {
            charge("t" + tenant, tenant);
            charge("t" + tenant, 10);
        }
        try (BusiestTenants busiest = new BusiestTenants(quotas.volumes())) {
            busiest.logVolumes();
            busiest.logVolumes();
        }

        assertThat(lines.list).hasSize(5);
        ILoggingEvent first = lines.list.getFirst();
        assertThat(first.getFormattedMessage()).isEqualTo("Tenant t7 sent 17 messages in the last minute");
        assertThat(first.getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .containsExactly("tenant=t7", "messages=17");
    }

    private void charge(String tenant, int messages) {
        assertThat(quotas.tryCharge(new Tenant(tenant, List.of(), TenantSettings.DEFAULT), messages))
                .isTrue();
    }
}
