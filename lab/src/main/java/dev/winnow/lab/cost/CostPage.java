package dev.winnow.lab.cost;

import java.util.List;
import java.util.Locale;

/** The bill as text: lines for a terminal, or the tables of docs/cost.md. */
public final class CostPage {
    private final Prices prices;
    private final CostModel model;

    public CostPage(Prices prices, CostModel model) {
        this.prices = prices;
        this.model = model;
    }

    /**
     * The bill in Markdown: the three profiles side by side, the floor below, the prices at the end.
     *
     * @param smsPerMonth the volume that the floor is spread over, at least 1
     */
    public String toMarkdown(double smsPerMonth) {
        List<Profile> profiles = Profile.listProfiles();
        StringBuilder text = new StringBuilder("USD for a million messages:\n\n| | ");
        profiles.forEach(profile -> text.append(profile.name()).append(" | "));
        text.append("\n| --- | ").append("---: | ".repeat(profiles.size())).append('\n');
        List<List<CostModel.Line>> bills =
                profiles.stream().map(model::costOfMillion).toList();
        for (int line = 0; line < bills.getFirst().size(); line++) {
            text.append("| ").append(bills.getFirst().get(line).service()).append(" | ");
            for (List<CostModel.Line> bill : bills) {
                text.append(formatDollars(bill.get(line).usd())).append(" | ");
            }
            text.append('\n');
        }
        text.append("| **together** | ");
        bills.forEach(bill -> text.append("**")
                .append(formatDollars(CostModel.sumLines(bill)))
                .append("** | "));
        double floor = CostModel.sumLines(model.monthlyFloor());
        double share = floor / (smsPerMonth / 1e6);
        text.append(String.format(Locale.ROOT, "\n| with the floor, at %,.0f a month | ", smsPerMonth));
        bills.forEach(bill ->
                text.append(formatDollars(CostModel.sumLines(bill) + share)).append(" | "));
        text.append("\n\nThe floor, USD a month, with nothing to do (`examples/small`):\n\n| | |\n| --- | ---: |\n");
        model.monthlyFloor()
                .forEach(
                        line -> text.append(String.format(Locale.ROOT, "| %s | %.2f |\n", line.service(), line.usd())));
        text.append(String.format(Locale.ROOT, "| **together** | **%.2f** |\n\nProfiles:\n\n", floor));
        profiles.forEach(profile -> text.append("- **%s**: %s\n".formatted(profile.name(), profile.description())));
        text.append(
                "\nPrices (us-east-1, free tiers left out; look again before you quote one):\n\n| price | amount | read | description |\n| --- | ---: | --- | --- |\n");
        prices.listPrices()
                .forEach(price -> text.append("| %s | %s %s | %s | %s |\n"
                        .formatted(price.name(), price.amount(), price.unit(), price.date(), price.description())));
        return text.toString();
    }

    private static String formatDollars(double usd) {
        return String.format(Locale.ROOT, "%.4f", usd);
    }
}
