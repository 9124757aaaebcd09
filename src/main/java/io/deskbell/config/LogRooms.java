package io.deskbell.config;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The rooms that can log at a level of their own: the packages of the program, as they are found where it lies. */
final class LogRooms {
    /** Stands for the whole house. */
    private static final String ALL = "all";
    private static final String HOUSE = "io/deskbell/";

    private LogRooms() {
    }

    /** What is wrong with a room's name; empty when there is such a room. */
    static Optional<String> fault(String room) {
        List<String> rooms = all();
        if (rooms.contains(room)) return Optional.empty();
        Optional<String> inner = rooms.stream().filter(known -> known.endsWith("." + room)).findFirst();
        return Optional.of("no such room" + inner.map(known -> "; did you mean " + known + "?")
                .orElseGet(() -> Nearest.to(room, rooms)));
    }

    static List<String> all() {
        try {
            Path program = Path.of(LogRooms.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            List<String> rooms = new ArrayList<>(List.of(ALL));
            classes(program).stream().filter(name -> name.startsWith(HOUSE) && name.lastIndexOf('/') >= HOUSE.length())
                    .map(name -> name.substring(HOUSE.length(), name.lastIndexOf('/')).replace('/', '.'))
                    .distinct().sorted().forEach(rooms::add);
            return rooms;
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the program cannot be read where it lies", unreadable);
        }
    }

    /** With slashes, on Windows too. */
    private static List<String> classes(Path program) throws IOException {
        if (Files.isDirectory(program)) {
            try (Stream<Path> files = Files.walk(program)) {
                return files.map(file -> program.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> name.endsWith(".class")).toList();
            }
        }
        try (JarFile jar = new JarFile(program.toFile())) {
            return jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();
        }
    }
}
