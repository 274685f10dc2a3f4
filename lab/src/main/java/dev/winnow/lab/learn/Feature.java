package dev.winnow.lab.learn;

/**
 * Something a text has or has not, in YARA's words.
 *
 * @param title what it is, to a reader
 * @param strings lines of a rule's {@code strings} section; empty when the condition needs none
 * @param condition a rule's condition
 */
record Feature(String title, String strings, String condition) {
    /** A word or several, bounded by anything but letters and digits. */
    static Feature ofWords(String words) {
        return new Feature('"' + words + '"', "$a = \"" + words + "\" nocase fullword", "$a");
    }

    /** Characters anywhere in the text. */
    static Feature ofCharacters(String characters) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            escaped.append(c == '"' || c == '\\' ? "\\" + c : String.valueOf(c));
        }
        return new Feature("characters " + '"' + characters + '"', "$a = \"" + escaped + "\" nocase", "$a");
    }

    /** A shape that a regular expression describes. */
    static Feature ofShape(String title, String regex) {
        return new Feature(title, "$a = " + regex, "$a");
    }

    /** Whether it is a regular expression: some of those look for single signs, which the engine warns of. */
    boolean isShape() {
        return strings.startsWith("$a = /");
    }

    /** This feature as a rule. */
    String toRule(String name, String meta) {
        String section = strings.isEmpty() ? "" : "    strings:\n        " + strings + "\n";
        return "rule " + name + " {\n    meta:\n" + meta + section + "    condition:\n        " + condition + "\n}\n";
    }
}
