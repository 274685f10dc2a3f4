package dev.winnow.console.pages;

import dev.winnow.console.now.Chart;
import dev.winnow.console.now.NowFigures;
import dev.winnow.console.now.NowReading;
import dev.winnow.console.now.PulseHistory;
import dev.winnow.console.now.Range;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The page Now, and its live figures. */
@Controller
final class NowPage {
    private final NowFigures figures;
    private final PulseHistory history;
    private final LiveFigures live;
    private final Clock clock;

    NowPage(NowFigures figures, PulseHistory history, LiveFigures live, Clock clock) {
        this.figures = figures;
        this.history = history;
        this.live = live;
        this.clock = clock;
    }

    @GetMapping("/")
    String showNow(@RequestParam(name = "range", defaultValue = "1h") String token, Model model) {
        Range range = Range.parse(token);
        addFigures(model::addAttribute, figures.readNow());
        Chart chart = Chart.read(history, range, clock);
        model.addAttribute("range", range);
        model.addAttribute("ranges", Range.values());
        model.addAttribute("traffic", draw(chart, "accepted"));
        model.addAttribute("outcomes", draw(chart, "junk", "promotion", "transaction", "clean"));
        model.addAttribute("delay", draw(chart, "p50", "p99"));
        model.addAttribute("waiting", draw(chart, "waiting"));
        return "now";
    }

    /** The figures every two seconds, as a piece of the page. */
    @GetMapping(path = "/now/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter openLive() {
        return live.open();
    }

    /** Takes a name and a value. */
    interface Attributes {
        @Nullable Object put(String name, Object value);
    }

    static void addFigures(Attributes model, NowReading now) {
        model.put("now", now);
        model.put(
                "mix",
                Mix.of(Mix.NAMES.stream()
                        .map(name -> now.verdicts().getOrDefault(name, 0L))
                        .toList()));
    }

    private static ChartPicture.Picture draw(Chart chart, String... names) {
        List<List<@Nullable Double>> series = new ArrayList<>();
        for (String name : names) {
            series.add(Objects.requireNonNull(chart.series().get(name)));
        }
        return ChartPicture.draw(List.of(names), series);
    }
}
