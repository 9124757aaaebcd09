import java.util.List;
import java.util.stream.Collectors;

/** The text of the start scripts. They find their own folder, so the image may be moved or linked to. */
final class LauncherScripts {
    /** A missing or foreign start-up cache costs time, and is no reason to print at the user. */
    private static final String QUIET = "-Xlog:aot=off -Xlog:cds=off";

    /** The shell stays out of the way by exec, so that a stop signal reaches the program itself. */
    private static final String POSIX = """
            #!/bin/sh
            # Starts Deskbell with the Java runtime beside it.
            set -eu
            self=$0
            while [ -L "$self" ]; do
                target=$(readlink "$self")
                case $target in
                    /*) self=$target ;;
                    *) self=${self%%/*}/$target ;;
                esac
            done
            case $self in
                */*) bin=${self%%/*} ;;
                *) bin=. ;;
            esac
            home=$(CDPATH= cd -- "$bin/.." && pwd -P)
            app=$home/app
            # Options meant for some other Java on this computer must not reach this one; DESKBELL_JAVA_OPTIONS do.
            unset JDK_JAVA_OPTIONS JAVA_TOOL_OPTIONS _JAVA_OPTIONS CLASSPATH
            # shellcheck disable=SC2086 # They are words.
            exec "$home/runtime/bin/java" %s ${DESKBELL_JAVA_OPTIONS-} \\
                %s "-XX:AOTCache=$app/%s" \\
                "-Dorg.sqlite.lib.path=$app/native" "-Djna.boot.library.path=$app/native" -Djna.nounpack=true \\
                -cp "%s" \\
                io.deskbell.Main "$@"
            """;

    private static final String WINDOWS = """
            @echo off
            setlocal
            for %%%%I in ("%%~dp0..") do set "home=%%%%~fI"
            set "app=%%home%%\\app"
            set "JDK_JAVA_OPTIONS="
            set "JAVA_TOOL_OPTIONS="
            set "_JAVA_OPTIONS="
            set "CLASSPATH="
            "%%home%%\\runtime\\bin\\java.exe" %s %%DESKBELL_JAVA_OPTIONS%% ^
                %s "-XX:AOTCache=%%app%%\\%s" ^
                "-Dorg.sqlite.lib.path=%%app%%\\native" "-Djna.boot.library.path=%%app%%\\native" -Djna.nounpack=true ^
                -cp "%s" ^
                io.deskbell.Main %%*
            """;

    private LauncherScripts() {
    }

    static String posix(List<String> options, List<String> jars) {
        return POSIX.formatted(String.join(" ", options), QUIET, Launcher.CACHE, joined(jars, "$app/", ":"));
    }

    static String windows(List<String> options, List<String> jars) {
        return WINDOWS.formatted(String.join(" ", options), QUIET, Launcher.CACHE, joined(jars, "%app%\\", ";"))
                .replace("\n", "\r\n");
    }

    private static String joined(List<String> jars, String folder, String separator) {
        return jars.stream().map(jar -> folder + jar).collect(Collectors.joining(separator));
    }
}
