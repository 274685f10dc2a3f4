package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.message.SmsMessage;
import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.Verdict;
import dev.winnow.worker.rules.RuleFolder;
import dev.winnow.yara.ActiveRules;
import dev.winnow.yara.RuleCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundled pack on texts made in the forms of many countries; each file has one a line. */
class EverydayTextsIT {
    private static ActiveRules rules;
    private static MessageScanner scanner;

    @BeforeAll
    static void open() {
        rules = new ActiveRules(
                RuleCompiler.compile(RuleFolder.bundledSources()).orThrow(), MessageScanners.SCAN_OPTIONS);
        scanner = new MessageScanners(rules).openScanner();
    }

    @AfterAll
    static void close() {
        scanner.close();
        rules.close();
    }

    @Test
    void callsNoAlertCodeOrDeliveryJunk() throws IOException {
        assertThat(junkAmong("alerts.txt")).isEmpty();
    }

    @Test
    void protectsNearlyAllOfThem() throws IOException {
        List<String> alerts = read("alerts.txt");
        long transactions = alerts.stream()
                .filter(text -> category(text) == Category.TRANSACTION)
                .count();
        assertThat((double) transactions / alerts.size()).isGreaterThan(0.94);
    }

    @Test
    void callsNoChatJunk() throws IOException {
        assertThat(junkAmong("chat.txt")).isEmpty();
    }

    @Test
    void catchesNineOfTenFrauds() throws IOException {
        assertThat((double) junkAmong("frauds.txt").size() / read("frauds.txt").size())
                .isGreaterThan(0.9);
    }

    @Test
    void callsNoAdvertOfAFirmJunk() throws IOException {
        assertThat(junkAmong("adverts.txt")).isEmpty();
        assertThat(read("adverts.txt").stream()
                        .filter(text -> category(text) == Category.PROMOTION)
                        .count())
                .isGreaterThanOrEqualTo(7);
    }

    private static List<String> junkAmong(String file) throws IOException {
        return read(file).stream()
                .filter(text -> category(text) == Category.JUNK)
                .toList();
    }

    private static Category category(String text) {
        Verdict verdict = scanner.scanMessage(SmsMessage.ofText(text), TenantSettings.DEFAULT);
        return ((Verdict.Judged) verdict).category();
    }

    private static List<String> read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(EverydayTextsIT.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
