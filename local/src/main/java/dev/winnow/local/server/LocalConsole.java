package dev.winnow.local.server;

import dev.winnow.console.ConsoleApplication;
import dev.winnow.console.ConsolePorts;
import dev.winnow.console.access.OperatorKeys;
import dev.winnow.console.access.Role;
import dev.winnow.console.access.SignInTokens;
import dev.winnow.console.now.QueueReader;
import dev.winnow.console.rules.FolderRuleBook;
import dev.winnow.console.rules.LiveRules;
import dev.winnow.console.tenants.TenantFileBook;
import dev.winnow.sqlite.SpoolState;
import dev.winnow.tenant.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** The console of a server on one machine. The commands find its address and a key with every right in the data folder, until it stops. */
final class LocalConsole implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final URI endpoint;
    private final DataFolder folder;
    private final String user;

    private LocalConsole(ConfigurableApplicationContext context, DataFolder folder, String user) {
        this.context = context;
        this.folder = folder;
        this.user = user;
        this.endpoint =
                URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static LocalConsole start(ConsoleParts parts, String... arguments) throws IOException {
        String user = System.getProperty("user.name", "operator");
        String key = ApiKey.generateKey();
        OperatorKeys keys = OperatorKeys.parse(Objects.requireNonNullElse(
                new SimpleCommandLinePropertySource(arguments).getProperty("winnow.console.keys"), ""));
        keys.add(key, user, Role.ADMIN);
        ConsolePorts ports = new ConsolePorts(
                parts.stores(),
                parts.history(),
                parts.queue(),
                new TenantFileBook(parts.folder().tenantsFile()),
                parts.ids(),
                new LiveRules(parts.rules(), new FolderRuleBook(parts.folder().rulesFolder())),
                parts.database().deadLetters(),
                () -> toDepths(parts.database().readSpool()),
                keys);
        LocalConsole console = new LocalConsole(ConsoleApplication.start(ports, arguments), parts.folder(), user);
        parts.folder().writeConsole(console.endpoint, key);
        return console;
    }

    /** Makes an address for one sign-in. */
    URI signInLink() {
        String token = context.getBean(SignInTokens.class).issue(user, Role.ADMIN);
        return endpoint.resolve("/sign-in?token=" + token);
    }

    @Override
    public void close() throws IOException {
        folder.removeConsole();
        context.close();
    }

    private static QueueReader.Depths toDepths(SpoolState state) {
        return new QueueReader.Depths(state.live(), state.bulk(), state.oldest());
    }
}
