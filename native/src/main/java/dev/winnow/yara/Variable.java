package dev.winnow.yara;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The external variables of every rule set, in the order in which the engine knows them. A new one needs one line here, and code that
 * gives it a value; rules, admission and the documentation's test know it then.
 */
public enum Variable {
    SENDER("sender", Type.TEXT),
    VIEW("view", Type.TEXT),
    COUNTRY("country", Type.TEXT),
    CHANNEL("channel", Type.TEXT),
    LINK_COUNT("link_count", Type.INTEGER),
    LINK_DOMAINS("link_domains", Type.TEXT),
    LINK_KNOWN("link_known", Type.BOOLEAN),
    LINK_BRAND("link_brand", Type.TEXT),
    LINK_IMITATES("link_imitates", Type.TEXT),
    LINK_SHORT("link_short", Type.BOOLEAN),
    LINK_RANDOM_PATH("link_random_path", Type.BOOLEAN),
    LINK_ODD_HOST("link_odd_host", Type.BOOLEAN),
    LINK_FREE_HOST("link_free_host", Type.BOOLEAN),
    LINK_PUNYCODE("link_punycode", Type.BOOLEAN),
    LINK_IP("link_ip", Type.BOOLEAN),
    LINK_PORT("link_port", Type.BOOLEAN),
    LINK_USER_INFO("link_user_info", Type.BOOLEAN),
    LINK_RARE_ENDING("link_rare_ending", Type.BOOLEAN),
    LINK_BROKEN("link_broken", Type.BOOLEAN),
    LINK_MESSENGER("link_messenger", Type.BOOLEAN),
    LINK_APP_PACKAGE("link_app_package", Type.BOOLEAN),
    MAIL_FREE("mail_free", Type.BOOLEAN),
    MAIL_BRAND("mail_brand", Type.TEXT),
    WORDING_JUNK("wording_junk", Type.INTEGER),
    WORDING_PROMOTION("wording_promotion", Type.INTEGER),
    WORDING_TRANSACTION("wording_transaction", Type.INTEGER),
    LINK_HOSTS("link_hosts", Type.TEXT),
    IN_LISTS("in_lists", Type.TEXT),
    WAVE_MESSAGES("wave_messages", Type.INTEGER),
    WAVE_SENDERS("wave_senders", Type.INTEGER),
    WAVE_TENANTS("wave_tenants", Type.INTEGER);

    /** The kinds of values, in the order of winnow_yara.h. */
    public enum Type {
        /** UTF-8, at most 8,192 bytes; empty when unknown. */
        TEXT,
        /** A signed number of 64 bits; 0 when unknown. */
        INTEGER,
        /** False when unknown. */
        BOOLEAN;

        /** The number in winnow_yara.h. */
        @SuppressWarnings("EnumOrdinal")
        int code() {
            return ordinal();
        }
    }

    static final List<Variable> ALL = List.of(values());

    /** The variables that come with a message; all others are {@link Facts}. */
    static final List<Variable> OF_THE_MESSAGE = List.of(SENDER, VIEW, COUNTRY, CHANNEL);

    private static final Map<String, Variable> BY_TOKEN =
            Arrays.stream(values()).collect(Collectors.toMap(Variable::token, Function.identity()));

    private final String token;
    private final Type type;

    Variable(String token, Type type) {
        this.token = token;
        this.type = type;
    }

    /** The name that rules use. */
    public String token() {
        return token;
    }

    public Type type() {
        return type;
    }

    /** The value of a variable that nothing is known about: an empty text, 0 or false. */
    public Object unknown() {
        return switch (type) {
            case TEXT -> "";
            case INTEGER -> 0L;
            case BOOLEAN -> false;
        };
    }

    /** Its place among the variables, by which the engine knows it within this process. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    /** The variable that rules call so. */
    public static Optional<Variable> find(String token) {
        return Optional.ofNullable(BY_TOKEN.get(token));
    }
}
