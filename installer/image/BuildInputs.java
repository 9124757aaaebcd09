import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the image is made by and from, and where it goes. JavaFX is apart, because it becomes part of the runtime. */
record BuildInputs(List<Path> builder, Path jar, List<Path> libraries, List<Path> javafx, Path home, Path work) {
    /** Maven's JavaFX is an empty jar plus one with the classes and libraries of this platform. */
    private static final long EMPTY_JAR = 5_000;

    static BuildInputs of(String builder, String jar, String buildFolder, String classPath) throws IOException {
        List<Path> jars = Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of)
                .filter(Files::isRegularFile).sorted().toList();
        List<Path> sources;
        try (var files = Files.list(Path.of(builder))) {
            sources = files.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> libraries = jars.stream().filter(file -> !isJavafx(file)).toList();
        List<Path> javafx = jars.stream().filter(BuildInputs::isJavafx)
                .filter(file -> file.toFile().length() > EMPTY_JAR).toList();
        Path build = Path.of(buildFolder).toAbsolutePath();
        return new BuildInputs(sources, Path.of(jar).toAbsolutePath(), libraries, javafx, build.resolve("deskbell"),
                build.resolve("image-cache"));
    }

    /** A change in any of these asks for a new image. */
    List<Path> all() {
        return Stream.of(builder, List.of(jar), libraries, javafx).flatMap(List::stream).toList();
    }

    private static boolean isJavafx(Path file) {
        return file.getFileName().toString().startsWith("javafx-");
    }
}
