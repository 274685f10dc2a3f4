package dev.winnow.console.rescan;

import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.Operator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rescans, for programs. */
@RestController
final class RescanController {
    private static final String PATH = AccessConfiguration.API + "rescans";

    private final RescanDesk desk;

    RescanController(RescanDesk desk) {
        this.desk = desk;
    }

    record Rescans(List<RescanProgress> rescans) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    RescanProgress start(@RequestBody RescanRequest request, Operator by) {
        return desk.start(by, request);
    }

    @GetMapping(PATH)
    Rescans list() {
        return new Rescans(desk.list());
    }

    @GetMapping(PATH + "/{id}")
    RescanProgress read(@PathVariable("id") String id) {
        return desk.read(id);
    }

    @PostMapping(PATH + "/{id}/pause")
    RescanProgress pause(@PathVariable("id") String id, Operator by) {
        return desk.pause(by, id);
    }

    @PostMapping(PATH + "/{id}/resume")
    RescanProgress resume(@PathVariable("id") String id, Operator by) {
        return desk.resume(by, id);
    }

    @PostMapping(PATH + "/{id}/cancel")
    RescanProgress cancel(@PathVariable("id") String id, Operator by) {
        return desk.cancel(by, id);
    }
}
