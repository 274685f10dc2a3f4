package dev.winnow.pulse;

class InMemoryPulseLogTest extends PulseLogContract {
    private final InMemoryPulseLog log = new InMemoryPulseLog();

    @Override
    protected PulseLog pulses() {
        return log;
    }
}
