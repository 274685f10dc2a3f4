package dev.winnow.console.now;

import dev.winnow.console.access.AccessConfiguration;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The state of the pipeline, for programs. */
@RestController
final class NowController {
    private final NowFigures figures;
    private final PulseHistory history;
    private final Clock clock;

    NowController(NowFigures figures, PulseHistory history, Clock clock) {
        this.figures = figures;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping(AccessConfiguration.API + "now")
    NowReading readNow() {
        return figures.readNow();
    }

    @GetMapping(AccessConfiguration.API + "charts")
    Chart readChart(@RequestParam(name = "range", defaultValue = "1h") String range) {
        return Chart.read(history, Range.parse(range), clock);
    }
}
