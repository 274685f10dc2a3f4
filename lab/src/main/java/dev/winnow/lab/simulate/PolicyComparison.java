package dev.winnow.lab.simulate;

import dev.winnow.lab.command.ProgressListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs every trace under every policy, and holds the figures that Winnow's own must reach. Runs take seconds; any thread. */
public final class PolicyComparison {
    /** The name of Winnow's own policy, which terraform/variables.tf sets. */
    public static final String OURS = "winnow";

    static final String CPU = "CPU target 50 %";
    static final String BACKLOG = "backlog per task";
    static final String DEPTH = "raw depth steps";
    static final String KEDA = "KEDA replicas";

    /** Terraform's worker.target_cpu and scaling.surge_cooldown. */
    static final double TARGET_CPU = 0.5;

    static final double SURGE_COOLDOWN = 60;

    private static final long SEED = 1;

    private final FleetSettings settings;
    private final Map<String, Map<String, SimulationResult>> outcomes = new LinkedHashMap<>();

    private PolicyComparison(FleetSettings settings) {
        this.settings = settings;
    }

    /** Runs all traces under all policies. */
    public static PolicyComparison comparePolicies(FleetSettings settings, ProgressListener progress) {
        PolicyComparison sheet = new PolicyComparison(settings);
        int all = Traces.listTraces().size() * listPolicies(settings).size();
        int done = 0;
        for (Trace trace : Traces.listTraces()) {
            Map<String, SimulationResult> row = new LinkedHashMap<>();
            for (Map.Entry<String, Supplier<ScalingPolicy>> policy :
                    listPolicies(settings).entrySet()) {
                progress.reportProgress(done++, all);
                row.put(
                        policy.getKey(),
                        Simulation.runTrace(settings, trace, policy.getValue().get(), SEED));
            }
            sheet.outcomes.put(trace.name(), row);
        }
        return sheet;
    }

    /** The results by trace, then by policy. */
    public Map<String, Map<String, SimulationResult>> outcomes() {
        return outcomes;
    }

    /** Our own policy, as terraform/variables.tf sets it for this fleet. */
    public static ScalingPolicy ownPolicy(FleetSettings settings) {
        return ownPolicy(settings, settings.goalSeconds(), TARGET_CPU, SURGE_COOLDOWN);
    }

    static ScalingPolicy ownPolicy(FleetSettings settings, double goalSeconds, double targetCpu, double cooldown) {
        return new SurgePolicy(goalSeconds * settings.smsPerTaskSecond(), settings.max(), targetCpu, cooldown);
    }

    private static Map<String, Supplier<ScalingPolicy>> listPolicies(FleetSettings settings) {
        Map<String, Supplier<ScalingPolicy>> policies = new LinkedHashMap<>();
        policies.put(OURS, () -> ownPolicy(settings));
        policies.put(CPU, () -> ReferencePolicies.cpuTracking(TARGET_CPU));
        policies.put(
                BACKLOG,
                () -> ReferencePolicies.backlogTracking(settings.acceptableBacklog() / settings.envelopeSize(4000)));
        policies.put(DEPTH, ReferencePolicies::depthSteps);
        policies.put(KEDA, ReferencePolicies::kedaScaler);
        return policies;
    }

    /** Runs Winnow's own policy with other settings: the surge's longest wait and task-hours, a day's p99 and task-hours. */
    public static List<Sweep> sweepSettings(FleetSettings settings) {
        List<Sweep> rows = new ArrayList<>();
        for (double targetCpu : new double[] {0.4, 0.5, 0.6, 0.7}) {
            rows.add(trySettings(
                    "target CPU " + Math.round(100 * targetCpu) + " %",
                    settings,
                    trial -> ownPolicy(trial, settings.goalSeconds(), targetCpu, SURGE_COOLDOWN)));
        }
        for (double cooldown : new double[] {30, 120}) {
            rows.add(trySettings(
                    "cooldown " + Math.round(cooldown) + " s",
                    settings,
                    trial -> ownPolicy(trial, settings.goalSeconds(), TARGET_CPU, cooldown)));
        }
        for (double goal : new double[] {5, 20, 60}) {
            rows.add(trySettings(
                    "goal " + Math.round(goal) + " s",
                    settings,
                    trial -> ownPolicy(trial, goal, TARGET_CPU, SURGE_COOLDOWN)));
        }
        return rows;
    }

    /** One row of the sweep. */
    public record Sweep(String setting, SimulationResult surge, SimulationResult day) {}

    private static Sweep trySettings(
            String name, FleetSettings settings, Function<FleetSettings, ScalingPolicy> policy) {
        return new Sweep(
                name,
                Simulation.runTrace(settings, Traces.surgeTrace(), policy.apply(settings), SEED),
                Simulation.runTrace(settings, Traces.dailyTrace(), policy.apply(settings), SEED));
    }

    /** The figures with their bars. */
    public List<Bar> listBars() {
        SimulationResult surge = resultOf("surge x10", OURS);
        double bestOther = resultsOf("surge x10").entrySet().stream()
                .filter(entry -> !entry.getKey().equals(OURS))
                .mapToDouble(entry -> entry.getValue().max())
                .min()
                .orElseThrow();
        double reaction = settings.startSeconds() * 1.2 + 3.0 * ScalingPolicy.TICK_SECONDS;
        return List.of(
                new Bar("surge.wait.max.seconds", surge.max(), reaction),
                new Bar(
                        "surge.wait.ratio.to.cpu.target",
                        surge.max() / resultOf("surge x10", CPU).max(),
                        0.25),
                new Bar("surge.wait.ratio.to.best.other", surge.max() / bestOther, 1),
                new Bar(
                        "surge.cost.ratio.to.cpu.target",
                        surge.taskHours() / resultOf("surge x10", CPU).taskHours(),
                        1),
                new Bar("daily.wait.p99.seconds", resultOf("daily", OURS).p99(), 1),
                new Bar(
                        "daily.cost.ratio.to.cpu.target",
                        resultOf("daily", OURS).taskHours()
                                / resultOf("daily", CPU).taskHours(),
                        1.1),
                new Bar(
                        "noisy.quiet.tenants.wait.p99.seconds",
                        resultOf("noisy tenant", OURS).p99(),
                        1),
                new Bar(
                        "outage.late.seconds.ratio.to.cpu.target",
                        resultOf("outage", OURS).lateSeconds()
                                / resultOf("outage", CPU).lateSeconds(),
                        0.6));
    }

    /** A figure that must not be larger than its limit. */
    public record Bar(String name, double value, double limit) {
        public boolean isHeld() {
            return value <= limit;
        }
    }

    private SimulationResult resultOf(String trace, String policy) {
        SimulationResult outcome = resultsOf(trace).get(policy);
        if (outcome == null) {
            throw new IllegalArgumentException("the comparison has no policy '" + policy + "'");
        }
        return outcome;
    }

    private Map<String, SimulationResult> resultsOf(String trace) {
        Map<String, SimulationResult> row = outcomes.get(trace);
        if (row == null) {
            throw new IllegalArgumentException("the comparison has no trace '" + trace + "'");
        }
        return row;
    }
}
