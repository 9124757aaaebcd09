import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the image is made from and where it goes. JavaFX is apart, because it becomes part of the runtime. */
record BuildInputs(Path jar, List<Path> libraries, List<Path> javafx, Path home, Path work) {
    /** Maven's JavaFX is an empty jar plus one with the classes and libraries of this platform. */
    private static final long EMPTY_JAR = 5_000;

    static BuildInputs of(String jar, String buildFolder, String classPath) {
        List<Path> jars = Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of)
                .filter(Files::isRegularFile).sorted().toList();
        return new BuildInputs(Path.of(jar).toAbsolutePath(), jars.stream().filter(file -> !isJavafx(file)).toList(),
                jars.stream().filter(BuildInputs::isJavafx).filter(file -> file.toFile().length() > EMPTY_JAR).toList(),
                Path.of(buildFolder, "deskbell").toAbsolutePath(),
                Path.of(buildFolder, "image-cache").toAbsolutePath());
    }

    List<Path> all() {
        return Stream.of(List.of(jar), libraries, javafx).flatMap(List::stream).toList();
    }

    private static boolean isJavafx(Path file) {
        return file.getFileName().toString().startsWith("javafx-");
    }
}
