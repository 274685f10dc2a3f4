package dev.winnow.local.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Chromium of this machine: {@code CHROMIUM} names it, and Debian's path is the default. Playwright's own browsers are not downloaded.
 */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    /** Without these Chromium asks its maker's servers in the background, and it refuses to run as root in its own sandbox. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));

    static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM);
    }

    /** Whether a missing browser is an error: in CI. */
    static boolean isRequired() {
        return "1".equals(System.getenv("WINNOW_REQUIRE_BROWSER"));
    }

    /** A window that notes every message of the page's console and every request to another server. */
    Window open(int width, boolean hasJavaScript, ColorScheme colours) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(hasJavaScript)
                .setColorScheme(colours)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        return new Window(context);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** One window. */
    static final class Window implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Window(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (!message.type().equals("log")) {
                    complaints.add(message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().startsWith("http://localhost:")) {
                    complaints.add("a request to " + request.url());
                }
            });
        }

        Page page() {
            return page;
        }

        /** Errors of scripts, of the content policy and of loading, and requests to other servers. */
        List<String> complaints() {
            return complaints;
        }

        /** The violations of accessibility rules, each with the elements. */
        List<String> findViolations() {
            return new AxeBuilder(page)
                    .analyze().getViolations().stream().map(Window::describe).toList();
        }

        /** Whether the page is not wider than the window. */
        boolean fits() {
            return (boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
        }

        @Override
        public void close() {
            context.close();
        }

        private static String describe(Rule rule) {
            return rule.getId() + ": " + rule.getHelp() + " "
                    + rule.getNodes().stream().map(node -> node.getHtml()).toList();
        }
    }
}
