package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.ui.AboutProgram.Library;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the window about the program tells of other people's work is all of it. ImageIT holds it to what is packed. */
class LibrariesTest {
    /** Here for the tests and never shipped. */
    private static final Set<String> FOR_TESTS = Set.of("apiguardian-api", "jain-sip-ri", "jspecify", "junit-jupiter",
            "junit-jupiter-api", "junit-jupiter-engine", "junit-jupiter-params", "junit-platform-commons",
            "junit-platform-engine", "junit-platform-launcher", "mockwebserver3", "openjfx-monocle", "opentest4j");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @Test
    void everyLibraryOnTheClassPathHasItsLicenceInTheTableAndNoneIsLeftOver() {
        TreeSet<String> shipped = new TreeSet<>(Libraries.versions(CLASS_PATH).keySet());
        shipped.removeAll(FOR_TESTS);
        shipped.removeIf(name -> name.startsWith("surefire") || name.startsWith("common-"));
        assertEquals(String.join("\n", shipped), String.join("\n", Libraries.table().keySet()),
                "add it to src/main/resources/io/deskbell/libraries.txt with its licence, or to FOR_TESTS here");
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
