package io.deskbell.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page about the configuration, made from the table of keys. */
public final class ReferencePage {

    private static final String HEAD = "configuration.md";

    private ReferencePage() {
    }

    public static String text() {
        StringBuilder page = new StringBuilder(head());
        for (String section : Keys.sections()) {
            page.append("\n### [").append(section).append("]\n\n| key | assumed | what it is for |\n")
                    .append("| --- | --- | --- |\n");
            Keys.all().stream().filter(key -> key.section().equals(section)).forEach(key -> page.append(row(key)));
        }
        return page.toString();
    }

    private static String head() {
        try (InputStream in = ReferencePage.class.getResourceAsStream(HEAD)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(HEAD, broken);
        }
    }

    private static String row(Key key) {
        String example = key.example().isEmpty() ? "" : " For example `" + key.example() + "`.";
        String assumed = key.assumed().isEmpty() ? "" : "`" + key.assumed() + "`";
        return "| `%s` | %s | %s |\n".formatted(key.name(), cell(assumed),
                cell(String.join(" ", key.about()) + example));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
