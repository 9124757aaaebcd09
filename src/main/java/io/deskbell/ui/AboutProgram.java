package io.deskbell.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know of the program itself.
 *
 * @param java version and maker of the runtime
 */
public record AboutProgram(String version, String java, List<Place> places, List<Library> libraries) {
    public AboutProgram {
        places = List.copyOf(places);
        libraries = List.copyOf(libraries);
    }

    /** What lies in a place. */
    public enum Kind { CONFIG, DATA, LOG }

    public record Place(Kind kind, Path path) {
    }

    /** @param version where it has one of its own */
    public record Library(String name, Optional<String> version, String licence) {
    }
}
