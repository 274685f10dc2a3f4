package dev.winnow.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.local.console.ConsoleRoutes.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All routes of the console's controllers: the pages with each role and with none, and the API's against its document. */
class RoleWalkIT {
    private static final List<String> ROLES = List.of("viewer", "operator", "admin");

    /** The least role of each page that is not simply for viewers. A new change of a page is named here. */
    private static final Map<String, String> LEAST_ROLES = Map.ofEntries(
            Map.entry("POST /try", "viewer"),
            Map.entry("POST /rules/{name}/state", "operator"),
            Map.entry("POST /rule-publication", "operator"),
            Map.entry("POST /rule-publication/publish", "admin"),
            Map.entry("POST /rule-versions/rollback", "admin"),
            Map.entry("POST /dead-letters/{envelope}/reveal", "operator"),
            Map.entry("POST /dead-letters/{envelope}/redrive", "operator"),
            Map.entry("POST /dead-letters/{envelope}/discard", "operator"),
            Map.entry("POST /dead-letters/redrive-chosen", "operator"),
            Map.entry("POST /dead-letters/redrive", "operator"),
            Map.entry("POST /webhooks/{tenant}/{id}/ping", "operator"),
            Map.entry("POST /webhooks/{tenant}/{id}/replay", "operator"),
            Map.entry("POST /webhooks/{tenant}/{id}/disable", "operator"),
            Map.entry("POST /tenants", "admin"),
            Map.entry("POST /tenants/{id}/disable", "admin"),
            Map.entry("POST /tenants/{id}/enable", "admin"),
            Map.entry("POST /tenants/{id}/settings", "admin"),
            Map.entry("POST /tenants/{id}/keys", "admin"),
            Map.entry("POST /tenants/{id}/keys/revoke", "admin"));

    /** What is open without a sign-in. */
    private static final List<String> OPEN = List.of("GET /sign-in", "GET /livez", "GET /readyz");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @SuppressWarnings("NullAway.Init")
    private static RunningConsole console;

    private final List<Route> pages =
            ConsoleRoutes.list().stream().filter(route -> !route.isApi()).toList();

    @BeforeAll
    static void start() throws IOException {
        console = RunningConsole.start();
    }

    @AfterAll
    static void stop() throws IOException {
        console.close();
    }

    @Test
    void documentsEachRouteOfTheApiAndNoOther() {
        List<String> documented = OperatorContract.read().operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .toList();
        assertThat(ConsoleRoutes.list().stream().filter(Route::isApi).map(Route::toString))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void namesALeastRoleForEachChangeOfAPage() {
        assertThat(pages.stream().map(Route::toString))
                .containsAll(LEAST_ROLES.keySet())
                .containsAll(OPEN);
        assertThat(pages.stream().filter(page -> !page.method().equals("GET")).map(Route::toString))
                .containsExactlyInAnyOrderElementsOf(LEAST_ROLES.keySet());
    }

    @Test
    void showsNoPageWithoutASignIn() throws Exception {
        try (HttpClient nobody = HttpClient.newHttpClient()) {
            for (Route page : pages) {
                Answer answer = send(nobody, page, "");
                if (OPEN.contains(page.toString())) {
                    assertThat(answer.status()).as("%s", page).isEqualTo(200);
                } else {
                    assertThat(answer.status()).as("%s", page).isEqualTo(302);
                    assertThat(answer.location()).as("%s", page).endsWith("/sign-in");
                }
            }
        }
    }

    @Test
    void answersEachPageByItsLeastRole() throws Exception {
        for (String role : ROLES) {
            try (HttpClient browser = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build()) {
                String token = signIn(browser, role);
                for (Route page : pages) {
                    String least = LEAST_ROLES.getOrDefault(page.toString(), "viewer");
                    boolean isRefused = ROLES.indexOf(role) < ROLES.indexOf(least);
                    assertThat(send(browser, page, token).status())
                            .as("%s as %s", page, role)
                            .satisfies(status -> assertThat(status == 403).isEqualTo(isRefused))
                            .isLessThan(500);
                    if (!page.method().equals("GET")) {
                        assertThat(send(browser, page, "forged").status())
                                .as("%s as %s with a forged CSRF token", page, role)
                                .isEqualTo(403);
                    }
                }
            }
        }
    }

    private static String signIn(HttpClient browser, String role) throws Exception {
        HttpResponse<String> _ = browser.send(
                HttpRequest.newBuilder(console.newLink(role)).build(), HttpResponse.BodyHandlers.ofString());
        String home = browser.send(
                        HttpRequest.newBuilder(console.console()).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher token = TOKEN.matcher(home);
        assertThat(token.find()).as("the first page has a CSRF token").isTrue();
        return token.group(1);
    }

    private record Answer(int status, String location) {}

    /** Reads no body: the page that keeps itself live does not end. */
    private static Answer send(HttpClient client, Route route, String token) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(console.console().resolve(route.path().replaceAll("\\{[^}]+}", "unknown")));
        if (!route.method().equals("GET")) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(
                            route.method(),
                            BodyPublishers.ofString("name=unknown&text=hello&_csrf=" + token, StandardCharsets.UTF_8));
        }
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("Location").orElse(""));
    }
}
