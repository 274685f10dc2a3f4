package dev.winnow.yara;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures the rules of a set, each alone and as many at once as there are processors; rules with a known figure are not measured. */
final class Measuring {

    private static final int MOST_IN_A_RUN = 48;
    /** The number of rules that lend their worst texts to the measurement of the whole set. */
    private static final int SUSPECTS = 8;

    private final AdmissionTool tool;
    private final MeasurementCache cache;
    private final AdmissionListener listener;
    private final double stop;

    Measuring(AdmissionTool tool, MeasurementCache cache, AdmissionListener listener, double stop) {
        this.tool = tool;
        this.cache = cache;
        this.listener = listener;
        this.stop = stop;
    }

    /** The figures of all rules, in index order. */
    Measurement measure(List<RuleText> rules) {
        Map<Integer, List<String>> found = Collections.synchronizedMap(new TreeMap<>());
        Map<Integer, String> deaths = Collections.synchronizedMap(new HashMap<>());
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            List<String> known = cache.find(rules.get(i).key(stop));
            if (known == null) {
                unknown.add(i);
            } else {
                found.put(i, known);
            }
        }
        AtomicInteger done = new AtomicInteger(found.size());
        listener.measured(done.get(), rules.size());
        int cores = Runtime.getRuntime().availableProcessors();
        int size = Math.clamp(unknown.size() / (4 * cores), 1, MOST_IN_A_RUN);
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < unknown.size(); i += size) {
                List<Integer> chunk = unknown.subList(i, Math.min(unknown.size(), i + size));
                runs.add(threads.submit(() -> {
                    measureChunk(chunk, rules, found, deaths);
                    listener.measured(done.addAndGet(chunk.size()), rules.size());
                }));
            }
            runs.forEach(Measuring::await);
        }
        cache.save();
        return new Measurement(found, deaths);
    }

    /** The highest cost of each rule, by its key. */
    Map<String, Double> costsByKey(Measurement measured, List<RuleText> rules) {
        Map<String, Double> costs = new HashMap<>();
        measured.figures()
                .forEach(figure -> costs.merge(rules.get(figure.rule()).key(stop), figure.ratio(), Math::max));
        return costs;
    }

    /** The set's figures, on texts for any rule and on the worst texts of the most expensive rules. */
    SetMeasurement measureSet(List<RuleSource> sources, List<RuleText> rules, Measurement measured) {
        List<Externals> externals = new ArrayList<>(List.of(new Externals("+491701234567", "raw", "DE", "sms")));
        List<ProbeText> texts = new ArrayList<>(ProbeTexts.ANY_RULE);
        measured.figures().stream()
                .sorted(Comparator.comparingDouble(Measurement.Figure::ratio).reversed())
                .map(Measurement.Figure::rule)
                .distinct()
                .limit(SUSPECTS)
                .forEach(index -> {
                    RuleText rule = rules.get(index);
                    ProbeTexts its = new ProbeTexts(rule.strings(), rule.others());
                    String worst = measured.worstText(index);
                    its.texts().stream()
                            .filter(text -> text.name().equals(worst))
                            .map(text -> new ProbeText(
                                    0,
                                    externals.size() + text.externals(),
                                    worst,
                                    text.start(),
                                    text.unit(),
                                    text.end()))
                            .forEach(texts::add);
                    externals.addAll(its.externals());
                });
        MeasuringJobs jobs = new MeasuringJobs();
        jobs.addSet(sources, externals, texts);
        return SetMeasurement.of(tool.measureInChild(jobs, "set"));
    }

    private void measureChunk(
            List<Integer> chunk, List<RuleText> rules, Map<Integer, List<String>> found, Map<Integer, String> deaths) {
        List<Integer> left = new ArrayList<>(chunk);
        while (!left.isEmpty()) {
            MeasuringJobs jobs = new MeasuringJobs();
            left.forEach(index -> jobs.add(index, rules.get(index)));
            AdmissionTool.Lines output = tool.measureInChild(jobs, "measure", Double.toString(stop));
            int first = left.getFirst();
            for (Map.Entry<Integer, List<String>> rule : output.finished().entrySet()) {
                found.put(rule.getKey(), rule.getValue());
                cache.put(rules.get(rule.getKey()).key(stop), rule.getValue());
                left.removeIf(rule.getKey()::equals);
            }
            String death = output.death();
            // A rule that was not the first of its run is tried again alone: the rules before it may have used up
            // the time of the run.
            if (death != null && !left.isEmpty() && left.getFirst() == first) {
                deaths.put(first, death);
                left.removeFirst();
            } else if (death == null && !left.isEmpty()) {
                throw new IllegalStateException("the admission tool left out rule "
                        + rules.get(left.getFirst()).name());
            }
        }
    }

    private static void await(Future<?> run) {
        try {
            run.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("measuring rules failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("admission was interrupted", e);
        }
    }
}
