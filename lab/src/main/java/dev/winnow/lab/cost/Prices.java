package dev.winnow.lab.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The prices of AWS in us-east-1, read from public pages. They are in prices.tsv beside this class, each with the date of reading. Free
 * tiers are left out. Immutable; any thread.
 */
public final class Prices {
    /**
     * One line of the table.
     *
     * @param amount in {@code unit}
     * @param date when it was read, year and month
     */
    public record Price(String name, double amount, String unit, String date, String description) {}

    private final Map<String, Price> prices;

    private Prices(Map<String, Price> prices) {
        this.prices = prices;
    }

    /** Reads the table that comes with the program. */
    public static Prices readTable() {
        Map<String, Price> prices = new LinkedHashMap<>();
        try (InputStream in = Prices.class.getResourceAsStream("prices.tsv")) {
            if (in == null) {
                throw new IllegalStateException("prices.tsv is missing from the jar; build it with Maven");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Price(cells[0], Double.parseDouble(cells[1]), cells[2], cells[3], cells[4]))
                    .forEach(price -> prices.put(price.name(), price));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read prices.tsv from the jar", e);
        }
        return new Prices(prices);
    }

    /** All lines, in the table's order. */
    public Iterable<Price> listPrices() {
        return prices.values();
    }

    /**
     * A price by its name.
     *
     * @throws IllegalArgumentException if the table has none of that name
     */
    public double priceOf(String name) {
        Price price = prices.get(name);
        if (price == null) {
            throw new IllegalArgumentException("prices.tsv has no price '" + name + "'");
        }
        return price.amount();
    }

    /** An hour of a Graviton task on demand, in USD. */
    public double taskHour(double vcpu, double gigabytes) {
        return vcpu * priceOf("fargate-arm-vcpu-hour") + gigabytes * priceOf("fargate-arm-gb-hour");
    }
}
