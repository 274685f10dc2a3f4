package dev.winnow.yara;

import java.util.List;

/**
 * The result of an admission.
 *
 * @param admitted the sources without the refused rules; empty if nothing may go live
 * @param refusals in the order they were found
 * @param costs of the admitted rules, at both lengths
 */
public record AdmissionReport(List<RuleSource> admitted, List<Refusal> refusals, List<RuleCost> costs) {

    public AdmissionReport {
        admitted = List.copyOf(admitted);
        refusals = List.copyOf(refusals);
        costs = List.copyOf(costs);
    }
}
