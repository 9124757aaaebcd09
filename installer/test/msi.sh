#!/usr/bin/env bash
# The MSI under Wine: installed in silence with and without properties, started, a call registered, upgraded while it
# runs and events wait, a downgrade refused, repaired, removed. Wine is not Windows: see src/site/markdown/install.md.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"
# shellcheck source=installer/test/lib.sh
. "$root/installer/test/lib.sh"

need wine wine64 wineserver wine64 Xvfb xvfb x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64 msiinfo msitools
next=$(version | awk -F. '{ print $1 "." $2 "." $3 + 1 }')
key="key-Of_the-test"
export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEARCH=win64 WINEDLLOVERRIDES="mscoree,mshtml=;iphlpapi=n,b"
unset WAYLAND_DISPLAY
drive=$WINEPREFIX/drive_c
machine_config=$drive/ProgramData/Deskbell/config.ini
log=$work/msi.log

leave() {
    local code=$?
    [ "$code" = 0 ] || tail -n 20 "$work"/*.log >&2
    wineserver -k 2>/dev/null || true
    stop_all
    rm -rf "$work"
    exit "$code"
}
trap leave EXIT

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
}

# msi ARGUMENTS... : the exit code is Windows Installer's.
msi() {
    wine msiexec "$@" /qn /l*v "$(winepath -w "$log")" >"$work/msiexec.log" 2>&1
}

# Plain or in two bytes a letter, as Wine and Windows have it.
log_words() {
    tr -d '\0\r' < "$log"
}

package() {
    winepath -w "$packages/deskbell-$1-windows-x64${2-}.msi"
}

# registry KEY [NAME] : the value, or failure.
registry() {
    local name=(/ve)
    [ $# -lt 2 ] || name=(/v "$2")
    wine reg query "$1" "${name[@]}" 2>/dev/null | tr -d '\r' | grep -q . || return 1
    wine reg query "$1" "${name[@]}" 2>/dev/null | tr -d '\r' | sed -n 's/.*REG_[A-Z]* *//p'
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

RUN='HKLM\Software\Microsoft\Windows\CurrentVersion\Run'
UNINSTALL='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall'
REMEMBERED='HKLM\Software\Deskbell\Installer'

wrong_values() {
    is_refused /i "$(package "$(version)")" COUNTRY=Nederland SOURCE=spi "APIKEY=a b" AUTOSTART=maybe
    local words
    words=$(log_words)
    for wrong in COUNTRY=Nederland SOURCE=spi 'APIKEY=\*\*\*\*' AUTOSTART=maybe; do
        grep -q "Deskbell: $wrong must be" <<<"$words" || fail "the installer's log does not name $wrong"
    done
    ! grep 'must be' <<<"$words" | grep -q 'a b' || fail "the complaint names the key"
    [ ! -e "$drive/Program Files/Deskbell" ] && [ ! -e "$machine_config" ] || fail "a refused installation left files"
    say "wrong values are refused, with a line each in the installer's log"
}

first_install() {
    measure "install" msi /i "$(package "$(version)")" APIKEY=$key EXTENSION=201 COUNTRY=NL SOURCE=simulator \
        "APIURL=$(inbox_url)" AUTOSTART=1
    home="$drive/Program Files/Deskbell"
    [ -e "$home/bin/deskbell.exe" ] && [ -e "$home/app/deskbell.jar" ] && [ -e "$home/runtime/bin/jli.dll" ] ||
        fail "files are missing"
    expect "the key" "$(in_config "$machine_config" api_key)" $key
    expect "the extension" "$(in_config "$machine_config" extension)" 201
    expect "the country" "$(in_config "$machine_config" country)" NL
    expect "autostart" "$(registry "$RUN" Deskbell)" '"C:\Program Files\Deskbell\bin\deskbell.exe"'
    expect "the link's program" "$(registry 'HKLM\Software\Classes\Deskbell.tel\shell\open\command')" \
        '"C:\Program Files\Deskbell\bin\deskbell.exe" "%1"'
    expect "tel:" "$(registry 'HKLM\Software\Deskbell\Capabilities\URLAssociations' tel)" Deskbell.tel
    expect "callto:" "$(registry 'HKLM\Software\Deskbell\Capabilities\URLAssociations' callto)" Deskbell.tel
    expect "the application" "$(registry 'HKLM\Software\RegisteredApplications' Deskbell)" \
        'Software\Deskbell\Capabilities'
    [ -n "$(find "$drive" -name Deskbell.lnk)" ] || fail "there is no link in the Start menu"
    expect "the entries of installed programs" "$(entries)" "$(version)"
    say "installed: files, configuration, registry, Start menu, links, entry of installed programs"
}

# The versions that Windows lists under this name.
entries() {
    local entry
    wine reg query "$UNINSTALL" 2>/dev/null | tr -d '\r' | grep -o '{.*}$' | while read -r entry; do
        [ "$(registry "$UNINSTALL\\$entry" DisplayName)" != Deskbell ] || registry "$UNINSTALL\\$entry" DisplayVersion
    done | xargs
}

start_program() {
    printf '[pop]\r\nwhen = never\r\n[simulator]\r\npace = 4\r\n' > "$work/more.ini"
    mkdir -p "$profile/AppData/Roaming/Deskbell"
    cp "$work/more.ini" "$profile/AppData/Roaming/Deskbell/config.ini"
    wine "$home/bin/$1" "${@:2}" >"$work/deskbell.log" 2>&1 </dev/null &
    pids+=($!)
    await 90 "a call that is registered" received_more 0 Answered
    grep -q "^/voip/registerevent/$key .*\"PhoneExtension\":\"201\"" "$inbox/received" || fail "not with the given values"
}

upgrade() {
    local old
    old=$(running)
    [ -n "$old" ] || fail "the program does not run any more"
    touch "$inbox/closed"
    measure "upgrade with the program running" msi /i "$(package "$next")"
    expect "the entries of installed programs" "$(entries)" "$next"
    expect "the key after an upgrade without properties" "$(in_config "$machine_config" api_key)" $key
    expect "the extension" "$(in_config "$machine_config" extension)" 201
    expect "autostart" "$(registry "$RUN" Deskbell)" '"C:\Program Files\Deskbell\bin\deskbell.exe"'
    [ ! -d "/proc/$old" ] || fail "the old program still runs"
    local before
    before=$(received Answered)
    rm "$inbox/closed"
    await 60 "the new version's start" is_running
    await 90 "what waited, from the new version" received_more "$before" Answered
    say "upgraded without properties: key and settings kept, started again, what waited was delivered"
}

measure "build of the packages" "$root/installer/build.sh" msi --built
DESKBELL_VERSION=$next DESKBELL_MSI_SCOPES=machine "$root/installer/build.sh" msi --built >/dev/null

wineboot -i >"$work/wineboot.log" 2>&1
mend_wine
profile=$(winepath -u "$(wine cmd /c 'echo %USERPROFILE%' 2>/dev/null | tr -d '\r')")
start_inbox
Xvfb -noreset -screen 0 900x500x24 -nolisten tcp -displayfd 4 4>"$work/display" >"$work/xvfb.log" 2>&1 &
pids+=($!)
await 20 "a screen" test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY

wrong_values
first_install
measure "first start until a call is registered" start_program deskbell.exe
upgrade
is_refused /i "$(package "$(version)")"
expect "the version after a downgrade was refused" "$(entries)" "$next"
rm "$home/app/deskbell.jar"
measure "repair" msi /fa "$(package "$next")"
[ -e "$home/app/deskbell.jar" ] || fail "a repair does not bring a file back"
expect "the key after a repair" "$(in_config "$machine_config" api_key)" $key
say "downgrade refused, repaired"

measure "removal" msi /x "$(package "$next")"
[ ! -e "$home/bin" ] && [ ! -e "$home/app" ] || fail "a removal left files: $(find "$home" | head -n 3 | xargs)"
! registry "$RUN" Deskbell || fail "a removal left the autostart"
! is_running || fail "the program outlived its removal"
expect "the key after a removal" "$(in_config "$machine_config" api_key)" $key

msi /i "$(package "$(version)")" AUTOSTART=0 'INSTALLDIR=C:\Other place\Deskbell'
[ -e "$drive/Other place/Deskbell/bin/deskbell.exe" ] || fail "INSTALLDIR is not heeded"
! registry "$RUN" Deskbell || fail "AUTOSTART=0 is not heeded"
expect "what is remembered" "$(registry "$REMEMBERED" Autostart)" 0
msi /x "$(package "$(version)")" PURGE=1
[ ! -e "$drive/Other place/Deskbell/bin" ] || fail "a removal from another INSTALLDIR left files"
[ ! -e "$machine_config" ] && [ ! -e "$profile/AppData/Roaming/Deskbell" ] && [ ! -e "$profile/AppData/Local/Deskbell" ] ||
    fail "PURGE=1 left data"
say "removed, from another folder too; PURGE=1 left nothing"
