package dev.winnow.console.pages;

import dev.winnow.campaign.VerdictMix;
import dev.winnow.console.campaigns.CampaignDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of campaigns. */
@Controller
final class CampaignPage {
    private static final Map<String, Duration> RANGES =
            Map.of("24h", Duration.ofHours(24), "7d", Duration.ofDays(7), "30d", Duration.ofDays(30));

    private final CampaignDesk desk;
    private final Clock clock;

    CampaignPage(CampaignDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/campaigns")
    String list(
            @RequestParam(name = "range", defaultValue = "7d") String range,
            @RequestParam(name = "cleanOnly", defaultValue = "false") boolean cleanOnly,
            Model model) {
        String known = RANGES.containsKey(range) ? range : "7d";
        model.addAttribute("ranges", List.of("24h", "7d", "30d"));
        model.addAttribute("range", known);
        model.addAttribute("cleanOnly", cleanOnly);
        Duration length = RANGES.getOrDefault(known, CampaignDesk.STANDARD);
        model.addAttribute("list", desk.list(clock.instant().minus(length), cleanOnly));
        return "campaigns";
    }

    @GetMapping("/campaigns/{id}")
    String show(@PathVariable("id") String id, Model model) {
        CampaignDesk.CampaignCard card = desk.read(id);
        List<Long> hours =
                card.hours().stream().map(CampaignDesk.HourCount::messages).toList();
        model.addAttribute("card", card);
        model.addAttribute("top", Collections.max(hours));
        model.addAttribute("bars", draw(hours));
        VerdictMix verdicts = card.campaign().verdicts();
        model.addAttribute(
                "mix",
                Mix.of(List.of(
                        verdicts.junk(), verdicts.promotion(), verdicts.transaction(), verdicts.clean(), 0L, 0L)));
        return "campaign";
    }

    /** Bars of the hours as an SVG path: one unit wide for each hour, 20 high. */
    private static String draw(List<Long> hours) {
        long top = Math.max(1, Collections.max(hours));
        StringBuilder path = new StringBuilder();
        for (int hour = 0; hour < hours.size(); hour++) {
            if (hours.get(hour) > 0) {
                path.append(
                        String.format(Locale.ENGLISH, "M%.1f 20v-%.2f", hour + 0.5, 1 + 18.0 * hours.get(hour) / top));
            }
        }
        return path.toString();
    }
}
