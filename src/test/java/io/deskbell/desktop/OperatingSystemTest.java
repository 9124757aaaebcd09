package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperatingSystemTest {
    @Test
    void namesAreThoseJavaGives() {
        assertEquals(List.of(OperatingSystem.WINDOWS, OperatingSystem.WINDOWS, OperatingSystem.MACOS,
                        OperatingSystem.MACOS, OperatingSystem.LINUX, OperatingSystem.LINUX),
                Stream.of("Windows 11", "Windows Server 2022", "Mac OS X", "Darwin", "Linux", "FreeBSD")
                        .map(OperatingSystem::named).toList());
    }
}
