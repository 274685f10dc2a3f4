package dev.winnow.message;

/** How a message reached the phone; the constant's lower-case name is its spelling in the API and for rules. */
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
     * The channel with this spelling.
     *
     * @throws IllegalArgumentException if there is none
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
