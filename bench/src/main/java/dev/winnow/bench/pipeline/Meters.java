package dev.winnow.bench.pipeline;

/**
 * The meters of a {@link MeteredServer}.
 *
 * @param sqsRequests since the start
 * @param writeUnits since the start
 * @param heapUsed in bytes
 */
record Meters(long sqsRequests, long writeUnits, long heapUsed) {
    static Meters parseLine(String line) {
        String[] fields = line.split(" ", -1);
        return new Meters(Long.parseLong(fields[1]), Long.parseLong(fields[2]), Long.parseLong(fields[3]));
    }
}
