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

    /**
     * What a hook calls while a call rings: no Java where curl is there and Deskbell runs. It speaks to a socket in a
     * folder of the user's alone, so it needs no secret; the values go in by curl's standard input, so that no list of
     * processes shows them.
     */
    private static final String EVENT = """
            #!/bin/sh
            # Hands an event to the running Deskbell: deskbell-event --source microsip --state ended --number 0612
            data=${XDG_STATE_HOME:-$HOME/.local/state}/deskbell
            if [ -d "$HOME/Library/Application Support" ]; then data="$HOME/Library/Application Support/Deskbell"; fi
            socket=${DESKBELL_DATA:-$data}/event/socket
            case $0 in
                */*) slow=${0%/*}/deskbell ;;
                *) slow=deskbell ;;
            esac
            if [ "${1-}" = event ]; then shift; fi
            ask_slowly() {
                if [ -n "${DESKBELL_DATA-}" ]; then exec "$slow" --data "$DESKBELL_DATA" event "$@"; fi
                exec "$slow" event "$@"
            }
            case $#,${1-} in
                1,--help|1,-h) ask_slowly "$@" ;;
            esac
            simple=yes
            for word in "$@"; do
                case $word in
                    *[!A-Za-z0-9@:+._=-]*) simple=no ;;
                esac
            done
            command -v curl >/dev/null 2>&1 || simple=no
            if [ "$simple" = no ] || [ ! -S "$socket" ]; then ask_slowly "$@"; fi
            profile=generic
            query=
            add() {
                if [ "$1" = --source ]; then profile=$2; fi
                query="$query
            data-urlencode = \\"${1#--}=$2\\""
            }
            name=
            for word in "$@"; do
                if [ -n "$name" ]; then
                    case $word in
                        --*) add "$name" '' ;; # It has no value.
                        *) add "$name" "$word"; name=; continue ;;
                    esac
                    name=
                fi
                case $word in
                    --*=*) add "${word%%=*}" "${word#*=}" ;;
                    --*) name=$word ;;
                    '') ;;
                    *) add --number "$word" ;;
                esac
            done
            if [ -n "$name" ]; then add "$name" ''; fi
            newline='
            '
            answer=$({
                printf 'url = "http://deskbell/event/%s"\\n' "$profile"
                printf 'silent\\nmax-time = 2\\nwrite-out = "\\\\n%%{http_code}"%s\\n' "$query"
            } | curl --unix-socket "$socket" --config -)
            case ${answer##*"$newline"} in
                200) exit 0 ;;
                503) echo "${answer%%"$newline"*}" >&2; exit 1 ;;
                4??) echo "${answer%%"$newline"*}" >&2; exit 2 ;;
                *) ask_slowly "$@" ;;
            esac
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

    static String event() {
        return EVENT;
    }

    static String windows(List<String> options, List<String> jars) {
        return WINDOWS.formatted(String.join(" ", options), QUIET, Launcher.CACHE, joined(jars, "%app%\\", ";"))
                .replace("\n", "\r\n");
    }

    private static String joined(List<String> jars, String folder, String separator) {
        return jars.stream().map(jar -> folder + jar).collect(Collectors.joining(separator));
    }
}
