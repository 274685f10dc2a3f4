package dev.winnow.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.winnow.campaign.Fingerprint;
import dev.winnow.local.client.WinnowClient;
import dev.winnow.local.console.Browser.Window;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.statistics.UsageCounts;
import dev.winnow.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages in a real browser: opened in each width and colour scheme, read without JavaScript, and used. */
class PagesIT {
    private static final String JUNK = "Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay";
    private static final String ARABIC = "\u0631\u0628\u062d\u062a \u062c\u0627\u0626\u0632\u0629 http://prize.top";

    @SuppressWarnings("NullAway.Init")
    private static RunningConsole console;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @SuppressWarnings("NullAway.Init")
    private static String message;

    @SuppressWarnings("NullAway.Init")
    private static UUID letter;

    @SuppressWarnings("NullAway.Init")
    private static String campaign;

    @BeforeAll
    static void startConsole() throws IOException {
        if (!Browser.isInstalled() && Browser.isRequired()) {
            fail("there is no Chromium, which these tests need: apt-get install chromium, or set CHROMIUM");
        }
        assumeTrue(Browser.isInstalled(), "there is no Chromium: the tests of the pages are skipped");
        console = RunningConsole.start();
        browser = new Browser();
        message = console.judge(JUNK);
        campaign = console.makeCampaign(Fingerprint.parse("00112233445566778899aabbccddeeff"))
                .id();
        letter = console.bury(ARABIC, "the engine broke: " + "a very long reason ".repeat(12));
    }

    @AfterAll
    static void stopConsole() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (console != null) {
            console.close();
        }
    }

    @Test
    void fitsAPhoneAndIsAccessibleInDarkColours() {
        checkPages(360, ColorScheme.DARK);
    }

    @Test
    void fitsADeskAndIsAccessibleInLightColours() {
        checkPages(1440, ColorScheme.LIGHT);
    }

    @Test
    void readsWithoutJavaScript() {
        try (Window window = openSignedIn(1440, false, ColorScheme.LIGHT)) {
            for (String path : pages()) {
                window.page().navigate(console.console().resolve(path).toString());
                assertThat(window.page().locator("h1")).isVisible();
            }
            window.page().navigate(console.console().toString());
            assertThat(window.page().locator("svg.still").first()).isVisible();
            window.page().navigate(console.console().resolve("/try").toString());
            window.page().fill("textarea", JUNK);
            click(window.page(), "Try it");
            assertThat(window.page().locator("mark").first()).isVisible();
        }
    }

    @Test
    void showsChartsAndKeepsTheFiguresLive() throws IOException {
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(console.console().toString());
            assertThat(page.locator(".uplot")).hasCount(4);
            String before = page.locator(".numbers").innerText();
            for (int i = 0; i < 5; i++) {
                String _ = console.judge(JUNK + i);
            }
            Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(60))
                    .until(() -> !page.locator(".numbers").innerText().equals(before));
        }
    }

    @Test
    void showsTheWayOfAMessage() {
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT)) {
            window.page().navigate(console.console().resolve("/messages").toString());
            window.page().fill("input[name=id]", message);
            click(window.page(), "Find");
            assertThat(window.page().locator(".way")).containsText("Judged junk");
            assertThat(window.page().locator("svg.addend").first()).isVisible();
            window.page().fill("input[name=id]", "forged");
            click(window.page(), "Find");
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("No message has this id");
        }
    }

    @Test
    void findsAMessageByTheNameThatItsClientGave() throws Exception {
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT, "viewer")) {
            Page page = window.page();
            page.navigate(console.console().resolve("/messages").toString());
            searchByRef(page, "keeper", "order-1");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no tenant of this name");
            console.keepHistory("demo");
            Awaitility.await().atMost(java.time.Duration.ofSeconds(30)).until(() -> {
                String _ = console.judge(JUNK, "order-1");
                searchByRef(page, "demo", "order-1");
                return page.locator(".way").count() > 0
                        || page.locator("section[aria-label='Found messages']").count() > 0;
            });
            String _ = console.judge(JUNK, "order-1");
            Awaitility.await().until(() -> {
                page.navigate(console.console()
                        .resolve("/messages/search?tenant=demo&ref=order-1")
                        .toString());
                return page.locator("section[aria-label='Found messages'] tbody tr")
                                .count()
                        > 1;
            });
            assertThat(window.findViolations()).isEmpty();
            searchByRef(page, "demo", "order-2");
            assertThat(page.locator("main")).containsText("No message of this name");
        }
    }

    private static void searchByRef(Page page, String tenant, String ref) {
        if (page.locator("input[name=ref]").count() == 0
                || !page.locator("input[name=ref]").isVisible()) {
            page.navigate(console.console().resolve("/messages").toString());
            page.locator("summary", new Page.LocatorOptions().setHasText("client's name"))
                    .click();
        }
        page.fill("input[name=tenant]", tenant);
        page.fill("input[name=ref]", ref);
        click(page, "Search");
    }

    @Test
    void showsCampaignsThatPassAsClean() {
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT, "viewer")) {
            Page page = window.page();
            page.navigate(console.console().resolve("/campaigns").toString());
            page.locator("nav[aria-label=Which] a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("mostly clean"))
                    .click();
            assertThat(page.locator("tbody tr").first()).containsText("look at it");
            page.locator("tbody a").first().click();
            assertThat(page.locator("main")).containsText("fee_lure");
            assertThat(page.locator(".sms")).containsText("pay the fee of <number> at <link>");
        }
    }

    @Test
    void revealsAndRedrivesADeadLetter() {
        UUID own = console.bury(ARABIC, "a letter of its own");
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(console.console().resolve("/dead-letters/" + own).toString());
            assertThat(page.locator("body")).not().containsText(ARABIC);
            page.locator("summary", new Page.LocatorOptions().setHasText("Reveal texts"))
                    .click();
            click(page, "Reveal the texts");
            assertThat(page.locator(".sms")).containsText(ARABIC);
            page.locator("summary", new Page.LocatorOptions().setHasText("Redrive"))
                    .click();
            click(page, "Redrive it");
            assertThat(page.locator(".flash")).containsText("on the live lane");
            Awaitility.await().until(() -> console.verdictOf(own) instanceof Verdict.Judged);
            page.navigate(console.console().resolve("/audit").toString());
            assertThat(page.locator("table")).containsText("reveal texts of dead letter");
        }
    }

    @Test
    void redrivesTheLettersThatAreChosen() {
        UUID first = console.bury(JUNK, "chosen");
        UUID second = console.bury(JUNK, "chosen");
        UUID third = console.bury(JUNK, "chosen");
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(
                    console.console().resolve("/dead-letters?reason=chosen").toString());
            page.locator("input[value='" + first + "']").check();
            page.locator("input[value='" + third + "']").check();
            page.locator("summary", new Page.LocatorOptions().setHasText("Redrive the chosen"))
                    .click();
            click(page, "Redrive the chosen letters");
            assertThat(page.locator(".flash")).containsText("2 letters are on the live lane again");
            Awaitility.await()
                    .until(() -> console.verdictOf(first) instanceof Verdict.Judged
                            && console.verdictOf(third) instanceof Verdict.Judged);
            assertThat(console.verdictOf(second)).isInstanceOf(Verdict.Failed.class);
        }
    }

    @Test
    void putsARuleIntoShadowThatDecidesNothingAfterwards() {
        String text = "Your FedEx package is waiting for a redelivery fee, see http://fedex-fee.top/x";
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(console.console().resolve("/rules?search=parcel").toString());
            page.locator("a[href='/rules/parcel_fee']").click();
            assertThat(page.locator("main")).containsText("active");
            page.locator("summary", new Page.LocatorOptions().setHasText("Put into shadow"))
                    .click();
            page.locator("details[open] input[name=note]").fill("it went wild");
            click(page, "Put it into shadow");
            assertThat(page.locator(".flash")).containsText("The rule is shadow now.");
            assertThat(page.locator("main .tag.shadow")).isVisible();
            assertThat(page.locator(".way")).containsText("shadow: it went wild");

            Awaitility.await()
                    .until(() -> console.rulesOf(console.judge(JUNK + text)), rules -> !rules.contains("parcel_fee"));
            page.navigate(console.console().resolve("/rules?state=restricted").toString());
            assertThat(page.locator("table.rules")).containsText("parcel_fee");

            page.navigate(console.console().resolve("/rules/parcel_fee").toString());
            page.locator("summary", new Page.LocatorOptions().setHasText("Make active"))
                    .click();
            click(page, "Make it active");
            assertThat(page.locator(".flash")).containsText("The rule is active now.");
        }
    }

    @Test
    void publishesARuleThatWasReviewed() throws IOException {
        Path file = Files.createTempDirectory("rules").resolve("quoll.yar");
        Files.writeString(file, """
                rule quoll
                {
                  meta:
                    title = "Quolls"
                    category = "junk"
                    weight = 60
                  strings:
                    $quoll = "quoll" nocase
                  condition:
                    $missing
                }
                """);
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(console.console().resolve("/rules").toString());
            page.locator("a[href='/rule-publication']").click();
            page.locator("input[type=file]").setInputFiles(file);
            assertThat(page.locator("input[name=name]")).hasValue("quoll.yar");
            click(page, "Review");
            assertThat(page.locator("section[aria-label=Review]")).containsText("rule 'quoll' (quoll.yar:");
            assertThat(page.locator("button[formaction]")).hasCount(0);

            page.fill("textarea", Files.readString(file).replace("$missing", "$quoll"));
            click(page, "Review");
            assertThat(page.locator("section[aria-label=Review]")).containsText("quoll.yar:quoll");
            assertThat(window.findViolations()).isEmpty();
            page.locator("summary", new Page.LocatorOptions().setHasText("Publish"))
                    .click();
            assertThat(page.locator("details[open]")).containsText("1 rules are added, 0 changed and 0 removed");
            click(page, "Publish them");
            assertThat(page.locator(".flash")).containsText("Published");
            Awaitility.await().until(() -> console.rulesOf(console.judge("a quoll")), rules -> rules.contains("quoll"));

            page.navigate(console.console()
                    .resolve("/rule-publication?file=quoll.yar")
                    .toString());
            assertThat(page.locator("textarea")).containsText("rule quoll");
        }
    }

    @Test
    void createsAKeyThatWorks() {
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate(console.console().resolve("/tenants").toString());
            page.fill("input[name=id]", "browser");
            click(page, "Add");
            page.fill("input[name=name]", "phone");
            click(page, "Create");
            String key = page.locator("#new-key").innerText();
            Awaitility.await().ignoreExceptions().until(() -> {
                try (WinnowClient client = new WinnowClient(console.api(), key)) {
                    return !client.submitText("hello").isEmpty();
                }
            });
            page.navigate(console.console().resolve("/tenants/browser").toString());
            assertThat(page.locator("body")).not().containsText(key);

            page.locator("summary", new Page.LocatorOptions().setHasText("Change settings"))
                    .click();
            page.fill("input[name=junkThreshold]", "70");
            click(page, "Change them");
            assertThat(page.locator("section[aria-label=Settings]")).containsText("70");
        }
    }

    @Test
    void showsTheUsageOfATenant() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (SqliteDatabase database = console.openDatabase()) {
            database.usage().saveDay("demo", today.minusDays(3), "a worker", new UsageCounts(1_234, 0, 0, 4, 0, 2));
        }
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT, "viewer")) {
            Page page = window.page();
            page.navigate(console.console().resolve("/tenants/demo").toString());
            assertThat(page.locator("svg.days path.junk")).hasCount(1);
            assertThat(page.locator(".usage .mix")).isVisible();
            page.locator("summary", new Page.LocatorOptions().setHasText("Each day"))
                    .click();
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(today.minusDays(3) + "")))
                    .containsText("1,240");
            assertThat(window.findViolations()).isEmpty();
        }
    }

    @Test
    void letsAViewerOnlyLook() {
        try (Window window = openSignedIn(1440, true, ColorScheme.LIGHT, "viewer")) {
            window.page()
                    .navigate(
                            console.console().resolve("/dead-letters/" + letter).toString());
            assertThat(window.page().locator("main details.confirm")).hasCount(0);
            assertThat(window.page().locator("main")).containsText("need the role operator");
        }
    }

    @Test
    void takesASignInLinkOnceAndGuardsItsCookie() {
        String link = console.newLink("admin").toString();
        try (Window window = browser.open(1440, true, ColorScheme.LIGHT)) {
            window.page().navigate(link);
            window.page().waitForURL(console.console().toString());
            for (String path : List.of("/tenants", "/ops/v1/tenants")) {
                assertThat(window.page()
                                .request()
                                .post(console.console().resolve(path).toString())
                                .status())
                        .as("POST %s without a CSRF token", path)
                        .isEqualTo(403);
            }
            assertThat(window.page().context().cookies())
                    .allMatch(
                            cookie -> cookie.httpOnly && cookie.sameSite.name().equals("STRICT"));
        }
        try (Window window = browser.open(1440, true, ColorScheme.LIGHT)) {
            window.page().navigate(link);
            assertThat(window.page().locator("h1")).containsText("does not work any more");
            window.page().navigate(console.console().toString());
            assertThat(window.page())
                    .hasURL(console.console().resolve("/sign-in").toString());
        }
    }

    private static void checkPages(int width, ColorScheme colours) {
        try (Window window = openSignedIn(width, true, colours)) {
            for (String path : pages()) {
                window.page().navigate(console.console().resolve(path).toString());
                String where = path + " at " + width + " px, " + colours;
                assertThat(window.findViolations()).as(where).isEmpty();
                assertThat(window.fits()).as(where + " fits").isTrue();
                assertThat(window.complaints()).as(where).isEmpty();
            }
        }
    }

    private static List<String> pages() {
        return List.of(
                "/",
                "/?range=7d",
                "/messages",
                "/messages/" + message,
                "/messages/search?tenant=demo&ref=order-0",
                "/try",
                "/rules",
                "/rules?state=restricted",
                "/rule-versions",
                "/rules/parcel_fee",
                "/rule-publication",
                "/campaigns",
                "/campaigns/" + campaign,
                "/dead-letters",
                "/dead-letters/" + letter,
                "/webhooks",
                "/tenants",
                "/tenants/demo",
                "/audit");
    }

    private static Window openSignedIn(int width, boolean hasJavaScript, ColorScheme colours) {
        return openSignedIn(width, hasJavaScript, colours, "admin");
    }

    private static Window openSignedIn(int width, boolean hasJavaScript, ColorScheme colours, String role) {
        Window window = browser.open(width, hasJavaScript, colours);
        window.page().navigate(console.newLink(role).toString());
        window.page().waitForURL(console.console().toString());
        return window;
    }

    private static void click(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
