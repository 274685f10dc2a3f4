package dev.winnow.sqlite;

import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.WebhookJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Endpoints in the table {@code endpoints}. */
final class SqliteEndpointStore implements EndpointStore {
    private static final Logger log = LoggerFactory.getLogger(SqliteEndpointStore.class);

    private final SqliteWriter writer;
    private final SqliteReaders readers;

    SqliteEndpointStore(SqliteWriter writer, SqliteReaders readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public boolean addEndpoint(Endpoint endpoint) {
        return writer.writeAndWait(statements -> statements.update(
                        "INSERT INTO endpoints (revision, active, item, tenant, id) SELECT ?, ?, ?, ?, ?"
                                + " WHERE (SELECT COUNT(*) FROM endpoints WHERE tenant = ?) < " + MAX_PER_TENANT,
                        endpoint.revision(),
                        activeFlag(endpoint),
                        WebhookJson.writeValue(endpoint),
                        endpoint.tenant(),
                        endpoint.id(),
                        endpoint.tenant())
                == 1);
    }

    @Override
    public List<Endpoint> listEndpoints(String tenant) {
        return readers
                .read(statements -> statements.list(
                        "SELECT item, id FROM endpoints WHERE tenant = ?", SqliteEndpointStore::readEndpoint, tenant))
                .stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Endpoint::createdAt))
                .toList();
    }

    @Override
    public Optional<Endpoint> findEndpoint(String tenant, String id) {
        return listEndpoints(tenant).stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst();
    }

    @Override
    public boolean replaceEndpoint(Endpoint next) {
        return writer.writeAndWait(statements -> statements.update(
                        "UPDATE endpoints SET revision = ?, active = ?, item = ?"
                                + " WHERE tenant = ? AND id = ? AND revision = ?",
                        next.revision(),
                        activeFlag(next),
                        WebhookJson.writeValue(next),
                        next.tenant(),
                        next.id(),
                        next.revision() - 1)
                == 1);
    }

    @Override
    public boolean removeEndpoint(String tenant, String id) {
        return writer.writeAndWait(
                statements -> statements.update("DELETE FROM endpoints WHERE tenant = ? AND id = ?", tenant, id) == 1);
    }

    @Override
    public Set<String> listSubscribers() {
        return new HashSet<>(readers.read(statements ->
                statements.list("SELECT DISTINCT tenant FROM endpoints WHERE active = 1", row -> row.getString(1))));
    }

    /** Reads an endpoint. A damaged one is logged and left out, so that the tenant's other endpoints go on. */
    private static Optional<Endpoint> readEndpoint(ResultSet row) throws SQLException {
        try {
            return Optional.of(WebhookJson.readValue(row.getString(1), Endpoint.class));
        } catch (IllegalArgumentException e) {
            log.error(
                    "The webhook endpoint {} is damaged in the database and gets no webhooks; register it again",
                    row.getString(2));
            return Optional.empty();
        }
    }

    private static int activeFlag(Endpoint endpoint) {
        return endpoint.state() == Endpoint.State.ACTIVE ? 1 : 0;
    }
}
