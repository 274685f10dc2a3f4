package dev.winnow.console.letters;

import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters, for programs. */
@RestController
final class LetterController {
    private static final String PATH = AccessConfiguration.API + "dead-letters";
    private static final int DEFAULT_RATE = 50;

    private final LetterDesk desk;

    LetterController(LetterDesk desk) {
        this.desk = desk;
    }

    record Letters(List<LetterDesk.LetterLine> letters) {}

    record RunRequest(@Nullable String reason, @Nullable Integer perSecond) {}

    @GetMapping(PATH + "/groups")
    LetterDesk.Overview groups() {
        return desk.readOverview();
    }

    @GetMapping(PATH)
    Letters list(
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        return new Letters(desk.list(reason, limit));
    }

    @GetMapping(PATH + "/{envelope}")
    LetterDesk.LetterLine read(@PathVariable("envelope") String envelope) {
        return desk.read(envelope);
    }

    @PostMapping(PATH + "/{envelope}/reveal")
    LetterDesk.Revealed reveal(@PathVariable("envelope") String envelope, Operator by) {
        return desk.reveal(by, envelope);
    }

    @PostMapping(PATH + "/{envelope}/redrive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void redrive(@PathVariable("envelope") String envelope, Operator by) {
        desk.redrive(by, envelope);
    }

    @PostMapping(PATH + "/{envelope}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable("envelope") String envelope, Operator by) {
        desk.discard(by, envelope);
    }

    @PostMapping(path = AccessConfiguration.API + "redrives", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    LetterRun.Progress start(@RequestBody RunRequest request, Operator by) {
        return desk.redriveGroup(
                by, request.reason(), request.perSecond() == null ? DEFAULT_RATE : request.perSecond());
    }

    @GetMapping(AccessConfiguration.API + "redrives/last")
    LetterRun.Progress last() {
        return desk.findProgress()
                .orElseThrow(() -> OpsException.notFound("There was no redrive since the start of the console."));
    }
}
