# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # Some names are for, others from, the script that sources this.
# A user of this test's own, and Deskbell as that user starts it. For root. Sourced after test/lib.sh, never run.

user=deskbell-test
java=/usr/lib/deskbell/runtime/bin/java
next=$(version | awk -F. '{ print $1 "." $2 "." $3 + 1 }')

need_nothing_installed() {
    [ "$(id -u)" = 0 ] || fail "must run as root: it installs a package"
    [ ! -e /usr/lib/deskbell ] || fail "deskbell is installed on this computer already; this test would remove it"
    [ ! -e /etc/deskbell/config.ini ] || fail "there is an /etc/deskbell/config.ini here, which this test would heed"
    ! id "$user" >/dev/null 2>&1 || fail "there is a user $user already"
}

begin_user() {
    useradd --system --user-group --no-create-home --home-dir "$work/home" "$user"
    install -d -o "$user" -g "$user" -m 700 "$work/home"
}

# With what the panel and the bus started in its name: the user is this test's own.
end_of_user() {
    id "$user" >/dev/null 2>&1 || return 0
    local signal
    for signal in TERM KILL; do
        # shellcheck disable=SC2046 # Numbers.
        kill -$signal $(pgrep -u "$user") 2>/dev/null || break
        sleep 1
    done
    userdel "$user"
}

# The companion's process, whichever file its Java is by now.
companion() {
    local process
    for process in $(pgrep -u "$user" -x java); do
        case $(readlink "/proc/$process/exe") in
            "$java"*) echo "$process"; return 0 ;;
        esac
    done
    return 1
}

is_another_than() {
    local now
    now=$(companion) && [ "$now" != "$1" ]
}

uses_startup_cache() {
    grep -q deskbell.aot "/proc/$(companion)/maps" || fail "the program does not use its start-up cache"
}

# as_user COMMAND... : on the test's screen if there is one, with nothing of root's.
as_user() {
    setpriv --reuid "$user" --regid "$user" --init-groups env -i HOME="$work/home" USER="$user" PATH=/usr/bin:/bin \
        LANG=C.UTF-8 ${display:+DISPLAY="$display" DBUS_SESSION_BUS_ADDRESS="unix:path=$work/home/bus"} \
        XDG_CONFIG_HOME="$work/home/.config" "$@"
}

configure() {
    as_user mkdir -p "$work/home/.config/deskbell"
    as_user tee "$work/home/.config/deskbell/config.ini" >/dev/null <<CONFIG
[agent]
extension = 201
[inbox]
api_url = $(inbox_url)
api_key = a-test
[pop]
when = never
[phone]
source = simulator
[simulator]
pace = 4
CONFIG
}

# start_program COMMAND... : until a call of its own is registered.
start_program() {
    local before
    before=$(received Answered)
    as_user "$@" >"$work/deskbell.log" 2>&1 </dev/null &
    pids+=($!)
    await 60 "an accepted call" received_more "$before" Answered
}
