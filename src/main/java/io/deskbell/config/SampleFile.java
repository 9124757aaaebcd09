package io.deskbell.config;

/** The sample configuration, made from the table of keys. */
public final class SampleFile {
    private static final String HEAD = """
            ; Deskbell: every key there is, with what is assumed when it is left out.
            ; A line that begins with ; is a comment, and so is what follows a value after a space and a ;.
            ; A value that holds such a thing itself is written in double quotes.
            ; Three lines are enough to begin: extension, api_key and server.
            ; This file is made by "deskbell sample-config".
            """;

    private SampleFile() {
    }

    public static String text() {
        StringBuilder file = new StringBuilder(HEAD);
        for (String section : Keys.sections()) {
            file.append("\n[").append(section).append("]\n");
            Keys.all().stream().filter(key -> key.section().equals(section)).forEach(key -> describe(key, file));
        }
        return file.toString();
    }

    private static void describe(Key key, StringBuilder file) {
        key.about().forEach(line -> file.append("; ").append(line).append('\n'));
        if (!key.example().isEmpty()) file.append("; for example: ").append(key.example()).append('\n');
        file.append(key.name()).append(" =");
        if (!key.assumed().isEmpty()) file.append(' ').append(key.assumed());
        file.append('\n');
    }
}
