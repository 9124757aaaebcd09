package io.deskbell;

import io.deskbell.ui.AboutProgram;
import io.deskbell.ui.AboutProgram.Kind;
import io.deskbell.ui.AboutProgram.Library;
import io.deskbell.ui.AboutProgram.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the window about the program tells. */
final class ProgramFacts {
    private static final String RUNTIME_LICENCE = "GPL-2.0 with Classpath-exception-2.0";

    private ProgramFacts() {
    }

    static AboutProgram of(ConfigFiles files, Diagnosis.Places places) {
        List<Place> all = new ArrayList<>();
        for (Path file : files.all()) {
            all.add(new Place(Kind.CONFIG, file.toAbsolutePath()));
        }
        all.add(new Place(Kind.DATA, places.data().toAbsolutePath()));
        all.add(new Place(Kind.LOG, places.logs().resolve(LogFile.NAME).toAbsolutePath()));
        String java = System.getProperty("java.runtime.version", "") + " (" + System.getProperty("java.vendor", "")
                + ")";
        List<Library> shipped = new ArrayList<>(Libraries.shipped(System.getProperty("java.class.path", "")));
        shipped.addFirst(new Library("OpenJDK", Optional.of(System.getProperty("java.version", "")), RUNTIME_LICENCE));
        return new AboutProgram(Version.TEXT, java, all, shipped);
    }
}
