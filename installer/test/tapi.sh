#!/usr/bin/env bash
# Windows telephony under Wine: Deskbell, in a Windows runtime, watches the line of a tapi32.dll that is built here from
# Windows' own tapi.h (src/test/c), so calling convention and layouts are those of Windows code. The driver misbehaves as
# drivers do; what is registered, and that every handle was given back, is looked at, and what it takes of the processor
# while the line is quiet: REST_SECONDS=600 installer/test/tapi.sh for longer. --built is taken and ignored.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"
# shellcheck source=installer/test/lib.sh
. "$root/installer/test/lib.sh"
# shellcheck source=installer/test/wine.sh
. "$root/installer/test/wine.sh"
# shellcheck source=installer/windows/program-folder.sh
. "$root/installer/windows/program-folder.sh"

need wine wine64 wineserver wine64 x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
need_image
trap leave EXIT
export WINEDLLOVERRIDES="mscoree,mshtml=;tapi32=n,b"
parts=$root/target/windows-parts

cat > "$work/script" <<'SCRIPT'
line 0 name="Agent 201" guid=1 address=201 provider="Fake driver"
line 1 name="Held" guid=2 exclusive
line 2 name="Modem" media=0x10
padding 3000
opened
settle
# A call, held for a consultation and joined with it.
new 1 OFFERING origin=EXTERNAL id=7 caller=+31612345678 caller-name="Zoë Jansen" called=0201234567
settle
state 1 CONNECTED detail=1
settle
state 1 ONHOLDPENDTRANSFER
new 2 DIALING origin=OUTBOUND id=8 related=7 called=202
settle
state 2 CONNECTED
settle
state 2 IDLE
state 1 DISCONNECTED detail=1
state 1 IDLE
settle
# A customer who rings the moment a consultation ends is taken for one who was handed over: this one comes later.
wait 1800
# One call split over two ids without any, the first of which never ends.
new 3 OFFERING origin=EXTERNAL caller=0301234567
settle
new 4 CONNECTED caller-flags=0x40
settle
state 4 IDLE
# A colleague hands a call over: shown, and left to the colleague to register.
new 5 OFFERING origin=INTERNAL caller=203 called=201
settle
state 5 CONNECTED
settle
wait 1800
info 5 changed=0x8000 caller=0401234567
settle
state 5 IDLE
# An end of which nobody is told.
new 6 CONNECTED origin=OUTBOUND called=0,0501234567
settle
gone 6
wait 5500
SCRIPT

program() {
    mkdir -p "$work/native" "$work/fake"
    [ -d "$parts/unpacked" ] || mvn -q -B -f "$root/installer/windows/pom.xml" package "-Dinto=$parts" \
        "-Dsqlite.version=$(version_of sqlite-jdbc)" "-Djna.version=$(version_of jna)" </dev/null
    find "$parts/unpacked/org" "$parts/unpacked/com" -name '*.dll' -exec cp {} "$work/native" \;
    java=$(find "$parts/unpacked" -path '*/jre/bin/java.exe' | head -n 1)
    $mingw-gcc -shared -O1 -Wall -Wextra -Werror -static-libgcc -o "$work/fake/tapi32.dll" \
        "$root"/src/test/c/{tapi32,script,system}.c
}

# Deskbell for Windows, with the driver in the place of Windows' telephony, which writes the report. deskbell REPORT WORDS...
deskbell() {
    FAKE_TAPI_SCRIPT=$(winepath -w "$work/script") FAKE_TAPI_REPORT=$(winepath -w "$work/$1") \
        wine "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djna.nounpack=true \
        "-Djna.boot.library.path=$(winepath -w "$work/native")" "-Djna.library.path=$(winepath -w "$work/fake")" \
        "-Dorg.sqlite.lib.path=$(winepath -w "$work/native")" -cp "$(winepath -w "$image/app")\\*" io.deskbell.Main "${@:2}"
}

# registered TYPE NUMBER : how often.
registered() {
    grep -c "\"EventType\":\"$1\",\"PhoneNumber\":\"$2\"" "$inbox/received" || true
}

all_told() {
    [ "$(registered Disconnected +31501234567)" = 1 ] && [ -s "$work/report" ]
}

# The Deskbell with this configuration that watches, as Linux sees it.
watching() {
    { pgrep -f "io\.deskbell\.Main .*$1.*--headless" || true; } | while read -r id; do
        tr '\0' '\n' < "/proc/$id/environ" 2>/dev/null | grep -qx "WINEPREFIX=$WINEPREFIX" && echo "$id" || true
    done | head -n 1
}

# Its processor time so far, in hundredths of a second: proc(5), fields 14 and 15, counted behind the command's name.
ticks() {
    awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$1/stat"
}

# The Deskbell that has no telephony to watch, only a port: what is left is Java's own under Wine.
start_idle() {
    sed "s/^source = tapi/source = intake/; /^\[tapi\]/,\$d" "$work/config.ini" > "$work/idle.ini"
    printf '[intake]\nport = 0\n' >> "$work/idle.ini"
    touch "$work/idle.log"
    deskbell idle --config "$(winepath -w "$work/idle.ini")" --data "$(winepath -w "$work/idle-data")" --headless \
        >"$work/idle.log" 2>&1 </dev/null &
    pids+=($!)
    await 60 "a Deskbell without telephony" grep -q ': watching ' "$work/idle.log"
}

# Time itself is what is measured here. Wine's own server is left out, as Windows' kernel would be.
at_rest() {
    local seconds=$1 id idle before idle_before
    start_idle
    sleep 10 # Past its start.
    id=$(watching config.ini)
    idle=$(watching idle.ini)
    [ -n "$id" ] && [ -n "$idle" ] || fail "it does not run any more"
    before=$(ticks "$id")
    idle_before=$(ticks "$idle")
    sleep "$seconds"
    ! grep -q ': not watching ' "$work/deskbell.log" || fail "the quiet line was lost"
    core "watching a quiet line" $(($(ticks "$id") - before)) "$seconds"
    core "the same program without telephony" $(($(ticks "$idle") - idle_before)) "$seconds"
}

# core WHAT TICKS SECONDS : says it.
core() {
    awk -v what="$1" -v ticks="$2" -v seconds="$3" 'BEGIN {
        printf "  measured: %-44s %6.2f %% of a core over %d s\n", what, ticks / seconds, seconds }' >&3
}

program
wineboot -i >"$work/wineboot.log" 2>&1
mend_wine
start_inbox
cat > "$work/config.ini" <<INI
[agent]
extension = 201
outside_prefix = 0
[inbox]
api_url = $(inbox_url)
api_key = key-of-the-test
[pop]
when = never
[phone]
source = tapi
[tapi]
record = $(winepath -w "$work/line.rec")
INI

deskbell report --config "$(winepath -w "$work/config.ini")" --data "$(winepath -w "$work/data")" --headless \
    >"$work/deskbell.log" 2>&1 </dev/null &
pids+=($!)
lines=$(deskbell listing phones tapi 2>"$work/lines.log" | tr -d '\r')
expect "the lines" "$lines" '# Agent 201, number 201, driver Fake driver
line = {0A1B2C3D-4E5F-0000-0000-000000000001}
# Held
# the line Held is held by another program for itself alone: close that program
line = {0A1B2C3D-4E5F-0000-0000-000000000002}'
say "the lines are listed"
measure "until the last call is told" await 180 "the last call" all_told
for number in +31612345678 +31301234567 +31501234567; do
    expect "calls of $number answered" "$(registered Answered $number)" 1
done
expect "what was handed over to us" "$(registered Answered +31401234567)" 0
expect "transfers" "$(registered Transfer +31612345678)" 1
expect "the end of the split call" "$(registered Disconnected +31301234567)" 1
grep -q '"EventType":"Transfer".*"PhoneExtension":"202"' "$inbox/received" || fail "the transfer is not to 202"
expect "the driver when its script was over" "$(tr -d '\r' < "$work/report" | head -n 1)" "apps=1 open=1 held=0"
grep -q 'state=ONHOLDPENDTRANSFER' "$work/line.rec" || fail "the recording lacks what was told"
replayed=$("$image/bin/deskbell" replay "$work/line.rec") # Whole: a reader that leaves early is a fault by now.
grep -q 'TRANSFERRED.*to=202' <<<"$replayed" || fail "the recording is not replayed"
at_rest "${REST_SECONDS:-20}"
say "watched by Windows code: registered, transferred, mended, every handle given back; recorded and replayed"
