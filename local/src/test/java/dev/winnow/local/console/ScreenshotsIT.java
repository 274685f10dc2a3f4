package dev.winnow.local.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.winnow.local.console.Browser.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Writes the pictures of the documents, with {@code -Dwinnow.screenshots=FOLDER}. */
class ScreenshotsIT {
    private static final List<String> TEXTS = List.of(
            "Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay",
            "See you at eight?",
            "Your code is 482913. Do not share it.",
            "50% off all shoes this weekend. Reply STOP to opt out",
            "Mum, my phone broke, write to this number",
            "Your table for four is booked for Friday at seven");

    @Test
    void writesPictures() throws IOException {
        String folder = System.getProperty("winnow.screenshots");
        assumeTrue(folder != null, "no folder for pictures is named");
        assumeTrue(Browser.isInstalled(), "there is no Chromium: no pictures are written");
        Files.createDirectories(Path.of(folder));
        try (RunningConsole console = RunningConsole.start();
                Browser browser = new Browser()) {
            String message = console.judge(TEXTS.getFirst());
            for (int round = 0; round < 40; round++) {
                for (String text : TEXTS) {
                    String _ = console.judge(text + " " + round);
                }
            }
            try (Window window = browser.open(1280, true, ColorScheme.LIGHT)) {
                Page page = window.page();
                page.navigate(console.newLink("admin").toString());
                page.waitForURL(console.console().toString());
                Awaitility.await()
                        .atMost(java.time.Duration.ofSeconds(60))
                        .until(() -> page.locator(".numbers").innerText().contains("p99"));
                page.waitForTimeout(6_000);
                shoot(page, folder, "console-now");
                page.navigate(console.console().resolve("/messages/" + message).toString());
                shoot(page, folder, "console-message");
                page.navigate(console.console().resolve("/rules/parcel_fee").toString());
                shoot(page, folder, "console-rule");
            }
        }
    }

    private static void shoot(Page page, String folder, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(folder, name + ".png"))
                .setFullPage(true));
    }
}
