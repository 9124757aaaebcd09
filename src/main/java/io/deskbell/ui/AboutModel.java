package io.deskbell.ui;

import io.deskbell.ui.AboutProgram.Library;
import io.deskbell.ui.AboutProgram.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the window about the program says, and what is copied from it. Immutable. */
final class AboutModel {
    private final AboutProgram program;
    private final String javaFx;
    private final Words words;

    /** @param javaFx its version */
    AboutModel(AboutProgram program, String javaFx, Words words) {
        this.program = program;
        this.javaFx = javaFx;
        this.words = words;
    }

    /** A name and what belongs to it. */
    record Line(String name, String value) {
        @Override
        public String toString() {
            return name + ": " + value;
        }
    }

    String version() {
        return words.of("about.version", program.version());
    }

    String runtime() {
        return words.of("about.java", program.java(), javaFx);
    }

    List<Line> places() {
        return program.places().stream().map(this::line).toList();
    }

    List<Line> libraries() {
        return program.libraries().stream().map(this::line).toList();
    }

    /** As a mail would have it. */
    String text() {
        List<String> lines = new ArrayList<>(List.of(words.of("app.name") + ", " + version(), runtime()));
        places().forEach(place -> lines.add(place.toString()));
        lines.add(words.of("about.libraries"));
        libraries().forEach(library -> lines.add("  " + library));
        return String.join("\n", lines) + "\n";
    }

    private Line line(Place place) {
        return new Line(words.of("about." + place.kind().name().toLowerCase(Locale.ROOT)), place.path().toString());
    }

    private Line line(Library library) {
        boolean ofJavaFx = library.name().startsWith("javafx-");
        return new Line((library.name() + " " + library.version().orElse(ofJavaFx ? javaFx : "")).strip(),
                library.licence());
    }
}
