package dev.winnow.bench.ingest;

import dev.winnow.ingest.IngestApplication;
import dev.winnow.ingest.IngestPorts;
import dev.winnow.message.IdSecret;
import dev.winnow.message.MessageIds;
import dev.winnow.service.Stores;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.tenant.ApiKey;
import dev.winnow.tenant.Scope;
import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.tenant.Tenants;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/** A server in a process of its own: prints its port and serves until it is killed. */
final class BenchServer {
    static final String KEY = "wk_bench-key-0123456789-0123456789";

    private BenchServer() {}

    /** Takes one argument: {@code servlet} or {@code api}. */
    public static void main(String... arguments) throws Exception {
        System.out.println(arguments[0].equals("servlet") ? BareServlet.start() : startApi());
    }

    private static int startApi() throws Exception {
        Clock clock = Clock.systemUTC();
        SqliteDatabase database = SqliteDatabase.openFile(
                Files.createTempDirectory("ingest-bench").resolve("winnow.db"), clock);
        ApiKey key = new ApiKey("bench", ApiKey.hashKey(KEY), Set.of(Scope.SUBMIT));
        Tenants tenants = new Tenants(List.of(new Tenant("bench", List.of(key), TenantSettings.DEFAULT)));
        MessageIds ids = new MessageIds(List.of(IdSecret.fromBytes(0, new byte[32])));
        ConfigurableApplicationContext context = IngestApplication.start(
                new IngestPorts(new ConfirmingQueue(), Stores.of(database), tenants, ids),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--logging.level.root=warn");
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
