package dev.winnow.local.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.winnow.local.console.Browser.Window;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes pictures of the console, with {@code -Dwinnow.screenshots=FOLDER}: those of the documents, and below {@code every} each page in both
 * widths and colour schemes, to look at after a change. The figures are made up.
 */
class ScreenshotsIT {
    private static final int DOCUMENT_WIDTH = 1280;
    private static final List<String> IN_DOCUMENTS = List.of("now", "message", "rules", "campaigns");
    private static final String PARCEL = "Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay";
    private static final List<String> TEXTS = List.of(
            PARCEL,
            "See you at eight?",
            "Your code is 482913. Do not share it.",
            "50% off all shoes this weekend. Reply STOP to opt out",
            "Mum, my phone broke, write to this number",
            "\u0631\u0628\u062d\u062a \u062c\u0627\u0626\u0632\u0629 http://prize.top");

    private final Map<String, String> pages = new LinkedHashMap<>();

    @Test
    void writesPictures() throws IOException {
        String folder = System.getProperty("winnow.screenshots");
        assumeTrue(folder != null, "no folder for pictures is named");
        assumeTrue(Browser.isInstalled(), "there is no Chromium: no pictures are written");
        try (RunningConsole console = RunningConsole.start();
                Browser browser = new Browser()) {
            fill(console);
            try (Window window = openSignedIn(browser, console, DOCUMENT_WIDTH, ColorScheme.LIGHT)) {
                for (String name : IN_DOCUMENTS) {
                    open(window.page(), console, name);
                    window.page()
                            .screenshot(
                                    new Page.ScreenshotOptions().setPath(Path.of(folder, "console-" + name + ".png")));
                }
            }
            addTrouble(console);
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1440, 360)) {
                    Path to = Path.of(
                            folder, "every", width + "-" + colours.name().toLowerCase(Locale.ROOT));
                    try (Window window = openSignedIn(browser, console, width, colours)) {
                        for (String name : pages.keySet()) {
                            open(window.page(), console, name);
                            save(window.page(), to.resolve(name + ".png"));
                        }
                        window.page().navigate(console.console().resolve("/try").toString());
                        window.page().fill("textarea", TEXTS.getLast() + " " + PARCEL);
                        window.page().locator("button.primary").click();
                        save(window.page(), to.resolve("tried.png"));
                        saveConfirmation(window.page(), console, "rule", "Put into shadow", to);
                        saveConfirmation(window.page(), console, "tenant", "Change settings", to);
                        saveConfirmation(window.page(), console, "dead-letters", "Redrive", to);
                    }
                }
            }
        }
    }

    private void fill(RunningConsole console) throws IOException {
        var _ = console.send(
                "POST", "/ops/v1/tenants", console.key("admin"), "{\"id\":\"" + MadeUpHistory.TENANT + "\"}");
        String message = console.judge(PARCEL);
        for (String text : TEXTS) {
            String _ = console.judge(text);
        }
        String ruleset = JsonMapper.shared()
                .readTree(console.send("GET", "/ops/v1/rules", console.key("viewer"), null)
                        .body())
                .path("version")
                .asString();
        MadeUpHistory.write(console.data(), ruleset);
        pages.put("now", "/");
        pages.put("message", "/messages/" + message);
        pages.put("rules", "/rules");
        pages.put("rule", "/rules/parcel_fee");
        pages.put("campaigns", "/campaigns");
    }

    private void addTrouble(RunningConsole console) {
        String letter = console.bury(TEXTS.getLast(), "the store refused the item: " + "a long reason ".repeat(9))
                .toString();
        for (int i = 0; i < 3; i++) {
            var _ = console.bury(PARCEL, "libyara: scan timed out after 1,000 ms");
        }
        var _ = console.send(
                "POST",
                "/ops/v1/rules/parcel_undelivered/state",
                console.key("operator"),
                "{\"state\":\"shadow\",\"note\":\"matches a courier's own texts\"}");
        var _ = console.send(
                "POST",
                "/ops/v1/rules/crypto_bait/state",
                console.key("admin"),
                "{\"state\":\"active\",\"share\":5,\"until\":\"2099-12-05\"}");
        pages.put("now-week", "/?range=7d");
        pages.put("message-unknown", "/messages?id=forged");
        pages.put("message-none", "/messages");
        pages.put("try", "/try");
        pages.put("rules-restricted", "/rules?state=restricted");
        pages.put("rule-shadow", "/rules/parcel_undelivered");
        pages.put("rule-versions", "/rule-versions");
        pages.put("dead-letters", "/dead-letters");
        pages.put("dead-letter", "/dead-letters/" + letter);
        pages.put("webhooks", "/webhooks");
        pages.put("webhook", "/webhooks?tenant=" + MadeUpHistory.TENANT);
        pages.put("tenants", "/tenants");
        pages.put("tenant", "/tenants/" + MadeUpHistory.TENANT);
        pages.put("campaign", "/campaigns");
        pages.put("rule-publication", "/rule-publication");
        pages.put("audit", "/audit");
        pages.put("error", "/nothing-here");
    }

    private void open(Page page, RunningConsole console, String name) {
        page.navigate(console.console().resolve(String.valueOf(pages.get(name))).toString());
        if (name.equals("webhook") || name.equals("campaign")) {
            page.locator("table a").first().click();
        }
        if (name.startsWith("now")) {
            Awaitility.await()
                    .until(() -> page.evaluate("document.documentElement.dataset.charts === 'ready'")
                            .equals(true));
        }
    }

    private void saveConfirmation(Page page, RunningConsole console, String name, String summary, Path to) {
        open(page, console, name);
        page.locator("summary", new Page.LocatorOptions().setHasText(summary))
                .first()
                .click();
        save(page, to.resolve(name + "-asked.png"));
    }

    private static void save(Page page, Path to) {
        page.screenshot(new Page.ScreenshotOptions().setPath(to).setFullPage(true));
    }

    private static Window openSignedIn(Browser browser, RunningConsole console, int width, ColorScheme colours) {
        Window window = browser.open(width, true, colours);
        URI link = console.newLink("admin");
        window.page().navigate(link.toString());
        window.page().waitForURL(console.console().toString());
        return window;
    }
}
