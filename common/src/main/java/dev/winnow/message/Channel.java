package dev.winnow.message;

/** The channel by which a message reached the phone. */
public enum Channel {
    SMS("sms"),
    MMS("mms"),
    RCS("rcs");

    private final String token;

    Channel(String token) {
        this.token = token;
    }

    /** The spelling in the API, in envelopes and in the rules' external variable {@code channel}. */
    public String token() {
        return token;
    }

    /**
     * Finds the channel with this spelling.
     *
     * @throws IllegalArgumentException if no channel has it
     */
    public static Channel fromToken(String token) {
        for (Channel channel : values()) {
            if (channel.token.equals(token)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("channel must be sms, mms or rcs, is " + token);
    }
}
