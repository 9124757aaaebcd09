package io.deskbell;

import io.deskbell.ui.AboutProgram.Library;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other people's work that is shipped with the program: licences from a table, versions from the jars' names. */
final class Libraries {
    /** A classifier names the platform. */
    private static final Pattern JAR = Pattern.compile(
            "(.+?)-(\\d[\\w.]*(?:-\\d+)?)(?:-(?:linux|win|mac)(?:-aarch64)?)?\\.jar");

    private Libraries() {
    }

    /** @param classPath as Java has it; what lies in the runtime instead has no version here */
    static List<Library> shipped(String classPath) {
        Map<String, String> versions = versions(classPath);
        return table().entrySet().stream().map(row -> new Library(row.getKey(),
                Optional.ofNullable(versions.get(row.getKey())), row.getValue())).toList();
    }

    /** Licence by artifact. */
    static Map<String, String> table() {
        Map<String, String> table = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Libraries.class.getResourceAsStream("libraries.txt"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" \\| "))
                    .forEach(row -> table.put(row[0], row[1]));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return table;
    }

    /** Version by artifact, of the jars on a class path. */
    static Map<String, String> versions(String classPath) {
        Map<String, String> versions = new TreeMap<>();
        Arrays.stream(classPath.split(File.pathSeparator)).map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .map(JAR::matcher).filter(Matcher::matches).forEach(jar -> versions.put(jar.group(1), jar.group(2)));
        return versions;
    }
}
