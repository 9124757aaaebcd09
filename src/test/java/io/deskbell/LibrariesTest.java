package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.ui.AboutProgram.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
