package dev.winnow.console.campaigns;

import dev.winnow.console.access.AccessConfiguration;
import dev.winnow.console.access.Operator;
import dev.winnow.console.access.OpsException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns, for programs. */
@RestController
final class CampaignController {
    private static final String PATH = AccessConfiguration.API + "campaigns";

    private final CampaignDesk desk;
    private final DraftDesk drafts;

    CampaignController(CampaignDesk desk, DraftDesk drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    @GetMapping(PATH)
    CampaignDesk.CampaignList list(
            @RequestParam(name = "since", required = false) @Nullable String since,
            @RequestParam(name = "cleanOnly", defaultValue = "false") boolean cleanOnly) {
        return desk.list(parseTime(since), cleanOnly);
    }

    @GetMapping(PATH + "/{id}")
    CampaignDesk.CampaignCard read(@PathVariable("id") String id) {
        return desk.read(id);
    }

    @PostMapping(PATH + "/{id}/draft")
    DraftDesk.Draft draftRule(@PathVariable("id") String id, Operator by) {
        return drafts.draftRule(by, id);
    }

    private static @Nullable Instant parseTime(@Nullable String time) {
        try {
            return time == null || time.isBlank() ? null : Instant.parse(time);
        } catch (DateTimeException e) {
            throw OpsException.badRequest("A time is written like 2026-11-30T12:00:00Z.");
        }
    }
}
