package dev.winnow.bench.engine;

import dev.winnow.yara.RuleCompiler;
import dev.winnow.yara.RuleSet;
import dev.winnow.yara.RuleSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the time of a scan under JMH, through the binding and in C, for use with a profiler; {@link EngineBench} checks the bars. JMH
 * fills the fields.
 */
@NullUnmarked
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScanBenchmark {

    private static final int TEXTS = 500;

    /** The number of rules in the set. */
    @Param({"1", "10", "60", "300"})
    public int rules;

    private RuleSet ruleSet;
    private JavaLoop inJava;
    private CLoop inC;

    /** Opens both loops on the same rules and texts. */
    @Setup
    public void openLoops() {
        Shim shim = Shim.loadLibrary();
        List<RuleSource> sources = SyntheticRules.createRules(rules);
        List<byte[]> texts = SyntheticTexts.createTexts(TEXTS);
        ruleSet = RuleCompiler.compile(sources).orThrow();
        inJava = new JavaLoop(ruleSet, texts, Rounds.OPTIONS);
        inC = new CLoop(shim, sources, texts, Rounds.OPTIONS);
    }

    /** Frees the loops. */
    @TearDown
    public void closeLoops() {
        inJava.close();
        ruleSet.close();
    }

    /** Scans through the Java binding. */
    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public long scanInJava() {
        return inJava.runPass();
    }

    /** Scans the same texts from C. */
    @Benchmark
    @OperationsPerInvocation(TEXTS)
    public long scanInC() {
        return inC.runPass();
    }
}
