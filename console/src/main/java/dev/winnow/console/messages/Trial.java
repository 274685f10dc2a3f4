package dev.winnow.console.messages;

import java.util.List;
import java.util.Map;

/**
 * The result of a trial of a text.
 *
 * @param verdict the category
 * @param score 0 to 100
 * @param decidedBy the step of the policy that decided
 * @param junkThreshold the score from which a message is junk
 * @param ruleset the version of the rules
 * @param matches all matched rules with the places of their matches
 * @param facts the facts about the links of the text
 * @param changes a sentence for each change that would turn the verdict
 */
public record Trial(
        String verdict,
        int score,
        String decidedBy,
        int junkThreshold,
        String ruleset,
        List<TrialMatch> matches,
        Map<String, Object> facts,
        List<String> changes) {
    /**
     * A matched rule.
     *
     * @param spans the places as pairs of start and end in code points of the text
     */
    public record TrialMatch(String rule, String title, int weight, String view, List<List<Integer>> spans) {}
}
