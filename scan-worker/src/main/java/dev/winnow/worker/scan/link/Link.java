package dev.winnow.worker.scan.link;

/**
 * A link in a message.
 *
 * @param start the first raw code point, from 0
 * @param end the raw code point after the last one
 * @param host where it leads
 * @param path all after the host and its port, with its first sign; may be empty
 * @param port 0 if none is written
 * @param userInfo whether a name stands before the host, as in {@code https://bank.example@evil.example}
 * @param broken whether it had to be mended to be a link
 */
record Link(int start, int end, HostName host, String path, int port, boolean userInfo, boolean broken) {}
