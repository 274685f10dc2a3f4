package dev.winnow.yara;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An error of libyara 4.5.8, by its number in {@code yara/error.h}. Numbers this version does not name are kept. */
public sealed interface EngineError {

    /** libyara's number. */
    int code();

    /** The error in words. */
    String text();

    /** The error with that number. */
    static EngineError of(int code) {
        EngineError known = Known.BY_CODE.get(code);
        return known != null ? known : new Unknown(code);
    }

    /** A number that libyara 4.5.8 does not define, or that cannot occur without files, processes and modules. */
    record Unknown(int code) implements EngineError {
        @Override
        public String text() {
            return "libyara error " + code;
        }
    }

    /** The errors that compiling and scanning texts can have. */
    enum Known implements EngineError {
        INSUFFICIENT_MEMORY(1, "not enough memory"),
        INVALID_REGULAR_EXPRESSION(9, "invalid regular expression"),
        INVALID_HEX_STRING(10, "invalid hex string"),
        SYNTAX_ERROR(11, "syntax error"),
        LOOP_NESTING_LIMIT_EXCEEDED(12, "loops are nested deeper than 4"),
        DUPLICATED_LOOP_IDENTIFIER(13, "loop variable is already in use"),
        DUPLICATED_IDENTIFIER(14, "there is already a rule of that name in the file"),
        DUPLICATED_TAG_IDENTIFIER(15, "tag stands twice"),
        DUPLICATED_META_IDENTIFIER(16, "meta stands twice"),
        DUPLICATED_STRING_IDENTIFIER(17, "there is already a string of that name in the rule"),
        UNREFERENCED_STRING(18, "string is not used in the condition"),
        UNDEFINED_STRING(19, "string is not defined"),
        UNDEFINED_IDENTIFIER(20, "identifier is not defined"),
        MISPLACED_ANONYMOUS_STRING(21, "anonymous string outside a loop"),
        INCLUDES_CIRCULAR_REFERENCE(22, "includes form a circle"),
        INCLUDE_DEPTH_EXCEEDED(23, "includes are nested deeper than 16"),
        WRONG_TYPE(24, "wrong type for the operator"),
        EXEC_STACK_OVERFLOW(25, "the condition needs more stack than there is"),
        SCAN_TIMEOUT(26, "the scan took longer than its timeout"),
        CALLBACK_ERROR(28, "the scan was stopped"),
        INVALID_ARGUMENT(29, "invalid argument"),
        TOO_MANY_MATCHES(30, "a string matches too often"),
        INTERNAL_FATAL_ERROR(31, "internal error of the engine"),
        NESTED_FOR_OF_LOOP(32, "'for of' loops cannot be nested"),
        INVALID_FIELD_NAME(33, "there is no such field"),
        UNKNOWN_MODULE(34, "there is no such module"),
        NOT_A_STRUCTURE(35, "not a structure"),
        NOT_INDEXABLE(36, "not an array"),
        NOT_A_FUNCTION(37, "not a function"),
        INVALID_FORMAT(38, "invalid format"),
        TOO_MANY_ARGUMENTS(39, "too many arguments"),
        WRONG_ARGUMENTS(40, "wrong arguments"),
        WRONG_RETURN_TYPE(41, "wrong return type"),
        DUPLICATED_STRUCTURE_MEMBER(42, "duplicated structure member"),
        EMPTY_STRING(43, "empty string"),
        DIVISION_BY_ZERO(44, "division by zero"),
        REGULAR_EXPRESSION_TOO_LARGE(45, "regular expression is too large"),
        TOO_MANY_RE_FIBERS(46, "the text exhausts a regular expression"),
        INVALID_EXTERNAL_VARIABLE_TYPE(48, "external variable has another type"),
        REGULAR_EXPRESSION_TOO_COMPLEX(49, "regular expression is too complex"),
        INVALID_MODULE_NAME(50, "invalid module name"),
        TOO_MANY_STRINGS(51, "more than 10,000 strings in a rule"),
        INTEGER_OVERFLOW(52, "integer overflow"),
        CALLBACK_REQUIRED(53, "callback required"),
        INVALID_OPERAND(54, "invalid operand"),
        DUPLICATED_EXTERNAL_VARIABLE(56, "external variable stands twice"),
        INVALID_MODIFIER(59, "modifiers do not go together"),
        DUPLICATED_MODIFIER(60, "modifier stands twice"),
        INVALID_PERCENTAGE(62, "percentage is outside 1 to 100"),
        IDENTIFIER_MATCHES_WILDCARD(63, "rule name matches a wildcard used before it"),
        INVALID_VALUE(64, "invalid value"),
        TOO_SLOW_SCANNING(65, "a string slows the scan down"),
        UNKNOWN_ESCAPE_SEQUENCE(66, "unknown escape sequence");

        private static final Map<Integer, Known> BY_CODE =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Known::code, Function.identity()));

        private final int code;
        private final String text;

        Known(int code, String text) {
            this.code = code;
            this.text = text;
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
