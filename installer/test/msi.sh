#!/usr/bin/env bash
# The MSIs under Wine: signed, installed in silence with and without properties, started, a call registered,
# upgraded while it runs and events wait, hooks taken, a downgrade refused, repaired, removed; then the one for a single
# user. What IT sets in the registry is heeded, the event log is written. With --built: the packages of the last run.
# Wine is not Windows: see src/site/markdown/install.md.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"
# shellcheck source=installer/test/lib.sh
. "$root/installer/test/lib.sh"
# shellcheck source=installer/test/wine.sh
. "$root/installer/test/wine.sh"
# shellcheck source=installer/test/signing.sh
. "$root/installer/test/signing.sh"
# shellcheck source=installer/test/hooks.sh
. "$root/installer/test/hooks.sh"

need wine wine64 wineserver wine64 Xvfb xvfb x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64 msiinfo msitools \
    osslsigncode osslsigncode openssl openssl python3 python3 unzip unzip
trap leave EXIT
jar_time=2026-01-01T00:00:00Z # Of AppFolder.java.
next=$(version | awk -F. '{ print $1 "." $2 "." $3 + 1 }')
key="key-Of_the-test"

# For whom: machine or user. Where things are then.
for_scope() {
    # shellcheck disable=SC2034 # For wine.sh.
    case $1 in
        machine)
            hive=HKLM suffix=
            home="$drive/Program Files/Deskbell"
            windows_home='C:\Program Files\Deskbell'
            config=$drive/ProgramData/Deskbell/config.ini
            ;;
        user)
            hive=HKCU suffix=-user
            home=$profile/AppData/Local/Programs/Deskbell
            windows_home="$(winepath -w "$profile")\\AppData\\Local\\Programs\\Deskbell"
            config=$profile/AppData/Roaming/Deskbell/config.ini
            ;;
    esac
    run="$hive\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"
    remembered="$hive\\Software\\Deskbell\\Installer"
}

build_packages() {
    make_certificate
    measure "build of the packages" "$root/installer/build.sh" msi --built
    DESKBELL_VERSION=$next "$root/installer/build.sh" msi --built >/dev/null
}

wrong_values() {
    is_refused /i "$(package "$(version)")" COUNTRY=Nederland SOURCE=spi "APIKEY=a b" AUTOSTART=maybe
    local words
    words=$(log_words)
    for wrong in COUNTRY=Nederland SOURCE=spi 'APIKEY=\*\*\*\*' AUTOSTART=maybe; do
        grep -q "Deskbell: $wrong must be" <<<"$words" || fail "the installer's log does not name $wrong"
    done
    ! grep 'must be' <<<"$words" | grep -q 'a b' || fail "the complaint names the key"
    [ ! -e "$home" ] && [ ! -e "$config" ] || fail "a refused installation left files"
    is_refused /i "$(package "$(version)")" COUNTRY=UK APIKEY=key+of/it= APIURL=https:// "EXTENSION=$(printf '%01100d' 0)"
    words=$(log_words)
    for wrong in COUNTRY=UK 'APIKEY=\*\*\*\*' APIURL=https:// 'EXTENSION=(too long)'; do
        grep -q "Deskbell: $wrong must be" <<<"$words" || fail "the installer's log does not name $wrong"
    done
    unreadable_file
    say "wrong values are refused, with a line each in the installer's log"
}

# Another program has it for itself: said before anything is touched, and not when the old version is gone.
unreadable_file() {
    local holder
    touch "$drive/held.ini"
    x86_64-w64-mingw32-gcc -O2 -s -municode "$root/installer/test/hold.c" -o "$work/hold.exe"
    wine "$work/hold.exe" 'C:\held.ini' >"$work/hold.log" 2>&1 &
    holder=$!
    pids+=("$holder")
    await 60 "a file that is held" grep -q held "$work/hold.log"
    is_refused /i "$(package "$(version)")" 'CONFIG=C:\held.ini'
    grep -q 'Deskbell: CONFIG=C:.held.ini must be a file that can be read' <<<"$(log_words)" ||
        fail "the installer's log does not name a file that cannot be read"
    [ ! -e "$home" ] && [ ! -e "$config" ] || fail "a refused installation left files"
    kill "$holder"
}

first_install() {
    measure "install" msi /i "$(package "$(version)")" APIKEY=$key EXTENSION=201 COUNTRY=NL SOURCE=simulator \
        "APIURL=$(inbox_url)" AUTOSTART=1
    [ -e "$home/bin/deskbell.exe" ] && [ -e "$home/app/deskbell.jar" ] && [ -e "$home/runtime/bin/jli.dll" ] ||
        fail "files are missing"
    expect "the jars' time, which the start-up cache compares" "$(stat -c %Y "$home/app/deskbell.jar")" \
        "$(date -d "$jar_time" +%s)"
    expect "the key" "$(in_config "$config" api_key)" $key
    expect "the extension" "$(in_config "$config" extension)" 201
    expect "the country" "$(in_config "$config" country)" NL
    expect "autostart" "$(registry "$run" Deskbell)" "\"$windows_home\\bin\\deskbell.exe\""
    expect "the link's program" "$(registry "$hive\\Software\\Classes\\Deskbell.tel\\shell\\open\\command")" \
        "\"$windows_home\\bin\\deskbell.exe\" \"%1\""
    expect "tel:" "$(registry "$hive\\Software\\Deskbell\\Capabilities\\URLAssociations" tel)" Deskbell.tel
    expect "callto:" "$(registry "$hive\\Software\\Deskbell\\Capabilities\\URLAssociations" callto)" Deskbell.tel
    expect "the application" "$(registry "$hive\\Software\\RegisteredApplications" Deskbell)" \
        'Software\Deskbell\Capabilities'
    [ -n "$(find "$drive" -name Deskbell.lnk)" ] || fail "there is no link in the Start menu"
    expect "the entries of installed programs" "$(entries)" "$(version)"
    say "installed: files, configuration, registry, Start menu, links, entry of installed programs"
}

# What IT sets by policy: the computer's before the user's, a number as well as a text, a wrong value by its name, and a
# name that nobody knows by what it is near.
policies() {
    local policy='Software\Policies\Deskbell' said=$work/policies.log
    {
        wine reg add "HKLM\\$policy\\agent" /v country /d Nederland /f
        wine reg add "HKCU\\$policy\\agent" /v country /d DE /f
        wine reg add "HKCU\\$policy\\data" /v keep_days /t REG_DWORD /d 0x1e /f
        wine reg add "HKLM\\$policy\\agent" /v contry /d NL /f
        wine reg add "HKLM\\$policy\\pop" /v wehn /t REG_BINARY /d 00 /f
        wine reg add "HKLM\\$policy\\pop" /v when /t REG_MULTI_SZ /d never /f
        wine reg add "HKLM\\$policy\\agent" /v email /d "" /f
    } >/dev/null 2>&1
    ! wine "$home/bin/deskbellc.exe" --headless >"$said" 2>&1 </dev/null || fail "a wrong policy is taken"
    grep -q 'agent.* country = Nederland: ' "$said" || fail "a wrong policy is not named: $(cat "$said")"
    grep -q 'DB7011 a policy is not heeded: .*agent.* contry: no such key; did you mean country' "$said" &&
        grep -q 'pop.* wehn: no such key; did you mean when' "$said" || fail "a misspelt policy is not told of"
    grep -q 'DB7011 .*pop.* when: neither text nor a number: set it as REG_SZ' "$said" ||
        fail "a policy of a type that is not read is not told of"
    ! grep -q 'DB7011 .*email' "$said" || fail "an empty policy is told of"
    expect "lines that say what is wrong" "$(grep -c 'country = Nederland: ' "$said")" 1
    wine reg add "HKLM\\$policy\\agent" /v country /d NL /f >/dev/null 2>&1
    wine "$home/bin/deskbellc.exe" doctor >"$said" 2>&1 </dev/null || true
    grep -q 'policy Software.Policies.Deskbell: sets 2 keys' "$said" || fail "policies are not found: $(cat "$said")"
    grep -q 'not used, because locked above: agent.country' "$said" || fail "a policy locks nothing: $(cat "$said")"
    grep -q 'note .*agent.* contry: no such key; did you mean country.*; not heeded' "$said" ||
        fail "the doctor does not tell of a misspelt policy"
    wine "$home/bin/deskbellc.exe" support-bundle 'C:\support.zip' --yes >/dev/null 2>&1 </dev/null
    expect "the policy in a support bundle" "$(unzip -p "$drive/support.zip" '*/config/policy.ini' | xargs)" \
        "[agent] contry = *** country = NL email = [data] keep_days = 30"
    wine reg delete "HKLM\\$policy" /f >/dev/null 2>&1
    wine reg delete "HKCU\\$policy" /f >/dev/null 2>&1
    say "policies are read from the registry, the computer's first; a wrong one is named"
}

start_program() {
    mkdir -p "$profile/AppData/Roaming/Deskbell"
    {
        printf '[pop]\r\nwhen = never\r\n[simulator]\r\npace = 4\r\n'
        [ "$hive" = HKCU ] || with_intake # There the installer has written the one source into this file.
    } >> "$profile/AppData/Roaming/Deskbell/config.ini"
    local before
    before=$(received Answered)
    # Wine writes no event log; it tells what it was asked to write where that is wanted.
    WINEDEBUG=trace+eventlog wine "$home/bin/$1" "${@:2}" >"$work/deskbell.log" 2>&1 </dev/null &
    pids+=($!)
    await 240 "a call that is registered" received_more "$before" Answered
    tail -n 1 "$inbox/received" | grep -q "^/voip/registerevent/$key .*\"PhoneExtension\":\"201\"" ||
        fail "not with the given values"
}

upgrade() {
    local old before
    old=$(running)
    [ -n "$old" ] || fail "the program does not run any more"
    touch "$inbox/closed"
    await 60 "an event that waits" has_waiting "$profile/AppData/Local/Deskbell"
    measure "upgrade with the program running" msi /i "$(package "$next")"
    is_upgraded "$old"
    before=$(of_first_run)
    rm "$inbox/closed"
    measure "then until the new one runs" await 180 "the new version's start" is_running
    await 240 "what waited, from the new version" more_of_first_run "$before"
    say "upgraded without properties: key and settings kept, started again, what waited was delivered"
}

is_upgraded() {
    expect "the entries of installed programs" "$(entries)" "$next"
    expect "the key after an upgrade without properties" "$(in_config "$config" api_key)" $key
    expect "the extension" "$(in_config "$config" extension)" 201
    expect "autostart" "$(registry "$run" Deskbell)" "\"$windows_home\\bin\\deskbell.exe\""
    [ ! -d "/proc/$1" ] || fail "the old program still runs"
}

is_removed() {
    [ ! -e "$home/bin" ] && [ ! -e "$home/app" ] || fail "a removal left files: $(find "$home" | head -n 3 | xargs)"
    ! registry "$run" Deskbell || fail "a removal left the autostart"
    ! registry "$hive\\Software\\RegisteredApplications" Deskbell || fail "a removal left the links"
    ! is_running || fail "the program outlived its removal"
    expect "the entries after a removal" "$(entries)" ""
}

repair_and_removal() {
    is_refused /i "$(package "$(version)")"
    expect "the version after a downgrade was refused" "$(entries)" "$next"
    rm "$home/app/deskbell.jar"
    # As /fa does on Windows; Wine's /f does nothing.
    measure "repair" msi /i "$(package "$next")" REINSTALL=ALL REINSTALLMODE=amus
    [ -e "$home/app/deskbell.jar" ] || fail "a repair does not bring a file back"
    expect "the key after a repair" "$(in_config "$config" api_key)" $key
    measure "removal" msi /x "$(package "$next")"
    is_removed
    expect "the key after a removal" "$(in_config "$config" api_key)" $key
    say "downgrade refused, repaired, removed"
}

# CONFIG as some editors save it, with a mark before the first section that the values are written into.
another_folder() {
    printf '\xEF\xBB\xBF[agent]\r\ncountry = BE\r\n[inbox]\r\napi_key = of-the-file\r\n' > "$drive/marked.ini"
    msi /i "$(package "$(version)")" AUTOSTART=0 'INSTALLDIR=C:\Other place\Deskbell' \
        'CONFIG=C:\marked.ini' EXTENSION=202
    expect "sections of [agent]" "$(grep -c '^\[agent\]' "$config")" 1
    expect "the country in CONFIG" "$(in_config "$config" country)" BE
    expect "the extension beside CONFIG" "$(in_config "$config" extension)" 202
    expect "the key in CONFIG" "$(in_config "$config" api_key)" of-the-file
    [ -e "$drive/Other place/Deskbell/bin/deskbell.exe" ] || fail "INSTALLDIR is not heeded"
    ! registry "$run" Deskbell || fail "AUTOSTART=0 is not heeded"
    expect "what is remembered" "$(registry "$remembered" Autostart)" 0
    msi /x "$(package "$(version)")" PURGE=1
    [ ! -e "$drive/Other place/Deskbell/bin" ] || fail "a removal from another INSTALLDIR left files"
    is_purged
    say "removed, from another folder too; PURGE=1 left nothing"
}

is_purged() {
    [ ! -e "$config" ] && [ ! -e "$profile/AppData/Roaming/Deskbell" ] && [ ! -e "$profile/AppData/Local/Deskbell" ] ||
        fail "PURGE=1 left data"
}

for_one_user() {
    first_install
    [ ! -e "$drive/Program Files/Deskbell" ] && [ ! -e "$drive/ProgramData/Deskbell" ] &&
        ! registry 'HKLM\Software\Deskbell\Installer' Version || fail "an installation for one user is everybody's"
    start_program deskbell.exe
    local old
    old=$(running)
    msi /i "$(package "$next")"
    is_upgraded "$old"
    await 180 "the new version's start" is_running
    msi /x "$(package "$next")" PURGE=1
    is_removed
    is_purged
    say "for one user: installed in the user's place, a call registered, upgraded, removed with all data"
}

[ "${1-}" = --built ] || build_packages
start_wine
start_inbox

for_scope machine
wrong_values
first_install
[ "${1-}" = --built ] || are_signed
policies
hooks_for_nobody
measure "first start until a call is registered" start_program deskbell.exe
grep -q 'eventlog:ReportEventW .*DB1001 ' "$work/deskbell.log" || fail "the start is not in the event log"
say "started, a call registered, the start written to the event log"
upgrade
hooks # Not before the upgrade: by then the simulated day would be over, and nothing of it wait.
repair_and_removal
another_folder

for_scope user
for_one_user
