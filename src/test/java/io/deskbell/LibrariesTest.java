package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.ui.AboutProgram.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the window about the program tells of other people's work is all of it. ImageIT holds it to what is packed. */
class LibrariesTest {
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    @Test
    void everyLibraryTheProgramDependsOnHasItsLicenceInTheTable() throws IOException {
        List<String> needed = DEPENDENCY.matcher(Files.readString(Path.of("pom.xml"))).results()
                .map(found -> found.group(1)).filter(text -> !text.contains("<scope>")).map(LibrariesTest::artifact)
                .filter(name -> Libraries.versions(System.getProperty("java.class.path")).containsKey(name)).toList();
        assertTrue(needed.size() > 8, needed::toString);
        assertEquals(List.of(), needed.stream().filter(name -> !Libraries.table().containsKey(name)).toList(),
                "add it to src/main/resources/io/deskbell/libraries.txt, with its licence");
    }

    @Test
    void noRowOfTheTableIsLeftOver() {
        Set<String> here = Libraries.versions(System.getProperty("java.class.path")).keySet();
        assertEquals(List.of(), Libraries.table().keySet().stream().filter(name -> !here.contains(name)).toList());
    }

    /** The last paragraph of the Debian format that fits a file holds; each names its licences its own way. */
    @Test
    void theDebianPackageTellsTheSameLicences() throws IOException {
        String copyright = Files.readString(Path.of("installer/linux/copyright"));
        Map<String, Set<String>> wrong = new LinkedHashMap<>();
        Libraries.table().forEach((name, licence) -> {
            if (name.startsWith("javafx-")) return; // It is in the runtime.
            Set<String> told = Arrays.stream(copyright.split("\n\n")).filter(text -> isOf(name, text))
                    .map(text -> field("License", text).lines().findFirst().orElse("")).map(LibrariesTest::licences)
                    .reduce(Set.of(), (before, later) -> later);
            if (!told.equals(licences(licence))) wrong.put(name + " | " + licence, told);
        });
        assertEquals(Map.of(), wrong, "see installer/linux/copyright");
    }

    private static boolean isOf(String library, String paragraph) {
        return Arrays.stream(field("Files", paragraph).split("\\s+"))
                .anyMatch(file -> file.endsWith("*") && file.startsWith("usr/lib/deskbell/app/")
                        && ("usr/lib/deskbell/app/" + library).startsWith(file.substring(0, file.length() - 1)));
    }

    private static String field(String name, String paragraph) {
        return Pattern.compile("(?ms)^" + name + ": (.*?)(?=^\\S|\\z)").matcher(paragraph + "\n").results()
                .map(found -> found.group(1)).findFirst().orElse("");
    }

    private static Set<String> licences(String text) {
        return Set.of(text.replace("LGPL-2.1-or-later", "LGPL-2.1+").replaceFirst("^MIT$", "Expat").split(" or "));
    }

    private static String artifact(String dependency) {
        return ARTIFACT.matcher(dependency).results().map(found -> found.group(1)).findFirst().orElse("");
    }

    @Test
    void versionsComeFromTheJars() {
        assertEquals("25.0.4", Libraries.versions("a/javafx-base-25.0.4-linux.jar:/b/x.jar").get("javafx-base"));
        Library sqlite = Libraries.shipped("/opt/app/sqlite-jdbc-3.54.1.0.jar").stream()
                .filter(library -> library.name().equals("sqlite-jdbc")).findFirst().orElseThrow();
        assertEquals(new Library("sqlite-jdbc", Optional.of("3.54.1.0"), "Apache-2.0"), sqlite);
        assertTrue(Libraries.shipped("").stream().allMatch(library -> library.version().isEmpty()));
    }

    @Test
    void noLicenceForbidsShipping() {
        List<String> strict = Libraries.table().values().stream().distinct()
                .filter(licence -> licence.matches(".*(GPL).*") && !licence.contains("Classpath-exception")
                        && !licence.contains(" or ")).toList();
        assertEquals(List.of(), strict);
    }
}
