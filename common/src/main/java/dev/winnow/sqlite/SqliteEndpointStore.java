package dev.winnow.sqlite;

import dev.winnow.webhook.Endpoint;
import dev.winnow.webhook.EndpointStore;
import dev.winnow.webhook.WebhookJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
        return writer.writeAndWait(statements -> {
            PreparedStatement insert =
                    statements.prepare("INSERT INTO endpoints (revision, active, item, tenant, id) SELECT ?, ?, ?, ?, ?"
                            + " WHERE (SELECT COUNT(*) FROM endpoints WHERE tenant = ?) < " + MAX_PER_TENANT);
            setParameters(insert, endpoint).setString(6, endpoint.tenant());
            return insert.executeUpdate() == 1;
        });
    }

    @Override
    public List<Endpoint> listEndpoints(String tenant) {
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare("SELECT item, id FROM endpoints WHERE tenant = ?");
            select.setString(1, tenant);
            List<Endpoint> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    readEndpoint(row).ifPresent(all::add);
                }
            }
            all.sort(Comparator.comparing(Endpoint::createdAt));
            return all;
        });
    }

    @Override
    public Optional<Endpoint> findEndpoint(String tenant, String id) {
        return listEndpoints(tenant).stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst();
    }

    @Override
    public boolean replaceEndpoint(Endpoint next) {
        return writer.writeAndWait(statements -> {
            PreparedStatement update = statements.prepare("UPDATE endpoints SET revision = ?, active = ?, item = ?"
                    + " WHERE tenant = ? AND id = ? AND revision = ?");
            setParameters(update, next).setInt(6, next.revision() - 1);
            return update.executeUpdate() == 1;
        });
    }

    @Override
    public boolean removeEndpoint(String tenant, String id) {
        return writer.writeAndWait(statements -> {
            PreparedStatement delete = statements.prepare("DELETE FROM endpoints WHERE tenant = ? AND id = ?");
            delete.setString(1, tenant);
            delete.setString(2, id);
            return delete.executeUpdate() == 1;
        });
    }

    @Override
    public Set<String> listSubscribers() {
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare("SELECT DISTINCT tenant FROM endpoints WHERE active = 1");
            Set<String> tenants = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tenants.add(row.getString(1));
                }
            }
            return tenants;
        });
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

    private static PreparedStatement setParameters(PreparedStatement statement, Endpoint endpoint) throws SQLException {
        statement.setInt(1, endpoint.revision());
        statement.setInt(2, endpoint.state() == Endpoint.State.ACTIVE ? 1 : 0);
        statement.setString(3, WebhookJson.writeValue(endpoint));
        statement.setString(4, endpoint.tenant());
        statement.setString(5, endpoint.id());
        return statement;
    }
}
