# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # Some names are for, others from, the script that sources this.
# A Windows of a kind: a Wine prefix of this test's own, what is asked of its registry, and how packages get into it.
# Sourced after test/lib.sh, never run.

export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEARCH=win64 WINEDLLOVERRIDES="mscoree,mshtml="
unset WAYLAND_DISPLAY
drive=$WINEPREFIX/drive_c
log=$work/msi.log

leave() {
    local code=$?
    [ "$code" = 0 ] || tail -n 20 "$work"/*.log >&2
    wineserver -k 2>/dev/null || true
    stop_all
    rm -rf "$work"
    exit "$code"
}

# The screen comes first. What Wine starts without one keeps its desktop for as long as it lasts, and whoever is started
# on that has no screen either: Java crashes there, on a machine that is slow enough for it to be there still.
start_wine() {
    Xvfb -noreset -screen 0 900x500x24 -nolisten tcp -displayfd 4 4>"$work/display" >"$work/xvfb.log" 2>&1 &
    pids+=($!)
    await 20 "a screen" test -s "$work/display"
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
    wineboot -i >"$work/wineboot.log" 2>&1
    mend_wine
    profile=$(winepath -u "$(wine cmd /c 'echo %USERPROFILE%' 2>/dev/null | tr -d '\r')")
}

# Wine 8's iphlpapi lacks a function that the JDK needs: a stand-in has it and hands on all the rest. For tests only.
mend_wine() {
    local own=/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/iphlpapi.dll system=$drive/windows/system32
    {
        printf 'LIBRARY iphlpapi\nEXPORTS\n  GetAnycastIpAddressTable\n'
        x86_64-w64-mingw32-objdump -p "$own" | awk '/Ordinal\/Name Pointer/ { on = 1; next } NF == 0 { on = 0 }
            on && /\[/ && $NF != "GetAnycastIpAddressTable" { print "  " $NF " = iphlpapi_wine." $NF }'
    } > "$work/iphlpapi.def"
    x86_64-w64-mingw32-gcc -shared -O2 -s "$root/installer/test/iphlpapi.c" "$work/iphlpapi.def" -o "$work/iphlpapi.dll"
    cp "$own" "$system/iphlpapi_wine.dll"
    cp "$work/iphlpapi.dll" "$system/iphlpapi.dll"
    # In the registry: what the installer starts for a user has the user's environment, not this script's.
    wine reg add 'HKCU\Software\Wine\DllOverrides' /v iphlpapi /d native,builtin /f >/dev/null 2>&1
}

# msi ARGUMENTS... : the exit code is Windows Installer's. In another time zone than the package was made in.
msi() {
    TZ=Asia/Tokyo wine msiexec "$@" /qn /l*v "$(winepath -w "$log")" >"$work/msiexec.log" 2>&1
}

# Plain or in two bytes a letter, as Wine and Windows have it.
log_words() {
    tr -d '\0\r' < "$log"
}

package() {
    winepath -w "$packages/deskbell-$1-windows-x64$suffix.msi"
}

# registry KEY [NAME] : the value, or failure.
registry() {
    local name=(/ve) found
    [ $# -lt 2 ] || name=(/v "$2")
    found=$(wine reg query "$1" "${name[@]}" 2>/dev/null | tr -d '\r') || return 1 # What it says then is no value.
    sed -n 's/.*REG_[A-Z]* *//p' <<<"$found"
}

expect() {
    local what=$1 is=$2 wanted=$3
    [ "$is" = "$wanted" ] || fail "$what is '$is' and should be '$wanted'"
}

in_config() {
    tr -d '\r' < "$1" | sed -n "s/^$2 *= *//p"
}

running() {
    { pgrep -f 'bin[\\/]deskbellc?\.exe' || true; } | while read -r id; do
        tr '\0' '\n' < "/proc/$id/environ" 2>/dev/null | grep -qx "WINEPREFIX=$WINEPREFIX" && echo "$id" || true
    done | head -n 1
}

is_running() {
    [ -n "$(running)" ]
}

is_refused() {
    if msi "$@"; then fail "msiexec $* should have failed"; fi
}

UNINSTALL='Software\Microsoft\Windows\CurrentVersion\Uninstall'

# The versions that Windows lists under this name, for everybody and for this user.
entries() {
    local hive entry
    for hive in HKLM HKCU; do
        { wine reg query "$hive\\$UNINSTALL" 2>/dev/null || true; } | tr -d '\r' | { grep -o '{.*}$' || true; } |
            while read -r entry; do
                [ "$(registry "$hive\\$UNINSTALL\\$entry" DisplayName)" != Deskbell ] ||
                    registry "$hive\\$UNINSTALL\\$entry" DisplayVersion
            done
    done | xargs
}
