package dev.winnow.yara;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Scans texts against a {@link RuleSet}, one at a time. May move between threads, must not be shared by two at once. A scan is a
 * native call: keep scanners on platform threads. A scan that matches nothing allocates nothing.
 */
public final class Scanner implements AutoCloseable {

    /** Longest text, and longest external variable, in bytes. */
    public static final int MAX_TEXT = Yara.MAX_TEXT;

    private static final int IDLE = 0;
    private static final int BUSY = 1;
    private static final int CLOSED = 2;
    private static final int CLOSING = 3;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Scanner.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final RuleSet rules;
    private final ScanOptions options;
    private final long address;
    private final MemorySegment text;
    /** The values that are set; null when a call that sets them did not end. */
    private @Nullable Externals last = Externals.NONE;

    private final Object[] defined =
            Variable.ALL.stream().map(Variable::unknown).toArray();

    @SuppressWarnings("unused")
    private volatile int state = IDLE;

    Scanner(RuleSet rules, ScanOptions options, long address) {
        this.rules = rules;
        this.options = options;
        this.address = address;
        this.text = Yara.viewMemory(address + ValueLayout.ADDRESS.byteSize(), MAX_TEXT);
    }

    /** Scans a whole array; nothing is known about the message besides its text. */
    public ScanResult scan(byte[] utf8) {
        return scan(utf8, 0, utf8.length, Externals.NONE);
    }

    /**
     * Scans part of an array. Any bytes will do: NUL and invalid UTF-8 are scanned as they are.
     *
     * @param length bytes, 0 to {@link #MAX_TEXT}
     * @throws IllegalArgumentException if the text or an external variable is too long
     * @throws IllegalStateException if the scanner is closed, or scanning on another thread
     */
    public ScanResult scan(byte[] utf8, int offset, int length, Externals externals) {
        if (length > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "a text of %,d bytes is longer than the %,d a scan takes; cut it at a character boundary"
                            .formatted(length, MAX_TEXT));
        }
        enterScan();
        try {
            if (!externals.equals(last)) {
                defineExternals(externals);
            }
            MemorySegment.copy(utf8, offset, text, ValueLayout.JAVA_BYTE, 0, length);
            int words = Yara.scan(address, length, options.spans());
            return words == 0 ? ScanResult.Scanned.NOTHING : readResult(words);
        } finally {
            exitScan();
        }
    }

    /** Frees the native scanner, at once or when the scan under way on another thread ends. A second call does nothing. */
    @Override
    public void close() {
        while (state < CLOSED) {
            if (STATE.compareAndSet(this, IDLE, CLOSED)) {
                freeHandle();
            } else {
                STATE.compareAndSet(this, BUSY, CLOSING);
            }
        }
    }

    private ScanResult readResult(int words) {
        if (words < 0) {
            return new ScanResult.Failed(EngineError.of(-words));
        }
        ScanResult.Scanned scanned = ScanWords.readWords(Yara.longAt(address), words, rules.rules(), options.spans());
        if (!scanned.incomplete().isEmpty()) {
            rules.countIncompleteScan();
        }
        return scanned;
    }

    /** Sets the variables that differ from the last scan. */
    private void defineExternals(Externals externals) {
        boolean sameFacts = last != null && externals.facts().equals(last.facts());
        last = null;
        for (Variable variable : sameFacts ? Variable.OF_THE_MESSAGE : Variable.ALL) {
            Object value = externals.valueOf(variable);
            if (!value.equals(defined[variable.index()])) {
                defineVariable(variable, value);
                defined[variable.index()] = value;
            }
        }
        last = externals;
    }

    private void defineVariable(Variable variable, Object value) {
        int external = variable.index();
        int result = switch (value) {
            case String content -> defineText(external, content);
            case Long number -> Yara.defineNumber(address, external, number);
            case Boolean flag -> Yara.defineNumber(address, external, flag ? 1 : 0);
            default -> throw new IllegalStateException("no variable has values such as " + value);
        };
        if (result != 0) {
            throw new OutOfMemoryError("external variable %s: %s"
                    .formatted(variable.token(), EngineError.of(result).text()));
        }
    }

    private int defineText(int external, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > MAX_TEXT) {
            throw new IllegalArgumentException("an external variable of %,d bytes is longer than the %,d allowed"
                    .formatted(utf8.length, MAX_TEXT));
        }
        MemorySegment.copy(utf8, 0, text, ValueLayout.JAVA_BYTE, 0, utf8.length);
        return Yara.defineExternal(address, external, utf8.length);
    }

    private void enterScan() {
        if (!STATE.compareAndSet(this, IDLE, BUSY)) {
            throw new IllegalStateException(
                    (int) STATE.getVolatile(this) == BUSY
                            ? "scanner is in use by another thread; take one scanner for each thread"
                            : "scanner is closed");
        }
    }

    private void exitScan() {
        if (!STATE.compareAndSet(this, BUSY, IDLE)) {
            STATE.setVolatile(this, CLOSED);
            freeHandle();
        }
    }

    private void freeHandle() {
        Yara.destroyScanner(address);
        rules.releaseHandle();
    }
}
