package dev.winnow.lab.learn;

/**
 * A property that a text has or lacks, as strings and condition of a YARA rule.
 *
 * @param title a description for readers
 * @param strings lines of a rule's {@code strings} section; empty when the condition needs none
 * @param condition a rule's condition
 */
record Feature(String title, String strings, String condition) {
    /** A feature of one or more words, bounded by characters other than letters and digits. */
    static Feature ofWords(String words) {
        return new Feature('"' + words + '"', "$a = \"" + words + "\" nocase fullword", "$a");
    }

    /** A feature of characters anywhere in the text. */
    static Feature ofCharacters(String characters) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            escaped.append(c == '"' || c == '\\' ? "\\" + c : String.valueOf(c));
        }
        return new Feature("characters " + '"' + characters + '"', "$a = \"" + escaped + "\" nocase", "$a");
    }

    /** A feature that a regular expression describes. */
    static Feature ofShape(String title, String regex) {
        return new Feature(title, "$a = " + regex, "$a");
    }

    /** Whether it is a regular expression; the engine warns of some of them, which look for single characters. */
    boolean isShape() {
        return strings.startsWith("$a = /");
    }

    /** Writes this feature as a rule. */
    String toRule(String name, String meta) {
        String section = strings.isEmpty() ? "" : "    strings:\n        " + strings + "\n";
        return "rule " + name + " {\n    meta:\n" + meta + section + "    condition:\n        " + condition + "\n}\n";
    }
}
