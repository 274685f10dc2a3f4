package dev.winnow.local.client;

import java.util.List;

/**
 * The state of a message in the API, as far as the command line shows it.
 *
 * @param status queued, done, failed or expired
 * @param verdict junk, promotion, transaction, clean or unknown
 * @param rules the names of the matched rules, largest weight first
 * @param reason why there is no verdict; empty when there is one
 */
public record VerdictView(String id, String status, String verdict, int score, List<String> rules, String reason) {
    public VerdictView {
        rules = List.copyOf(rules);
    }

    public boolean isDone() {
        return status.equals("done");
    }
}
