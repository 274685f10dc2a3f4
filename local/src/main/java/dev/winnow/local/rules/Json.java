package dev.winnow.local.rules;

import tools.jackson.databind.json.JsonMapper;

/** JSON for programs that read the commands' output. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String format(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
