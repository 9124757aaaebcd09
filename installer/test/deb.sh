#!/usr/bin/env bash
# The Debian package for real: installed by apt, started on a screen with a panel, a call registered, upgraded while it
# runs and events wait, removed, purged. As root; what was installed before is left as it was.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"
# shellcheck source=installer/test/lib.sh
. "$root/installer/test/lib.sh"
# shellcheck source=installer/test/linux.sh
. "$root/installer/test/linux.sh"

architecture=$(dpkg --print-architecture)
export DEBIAN_FRONTEND=noninteractive
quiet=(-qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 -o "DPkg::Options::=--log=$work/dpkg.log")

need lintian lintian appstreamcli appstream desktop-file-validate desktop-file-utils Xvfb xvfb openbox openbox \
    xdotool xdotool xfce4-panel xfce4-panel dbus-daemon dbus-daemon import imagemagick rsvg-convert librsvg2-bin
! dpkg-query -W -f '${db:Status-Abbrev}' deskbell 2>/dev/null | grep -q '^[a-z][^n]' ||
    fail "deskbell is installed on this computer already; this test would remove it"
need_nothing_installed

installed_packages() {
    dpkg-query -W -f '${Package}:${Architecture} ${db:Status-Abbrev}\n' | grep ' ii' | cut -d ' ' -f 1 | sort
}

# There may be a relay's files beside it.
take_away_its_own() {
    rm /etc/deskbell/config.ini
    rmdir --ignore-fail-on-non-empty /etc/deskbell
}

leave_as_it_was() {
    local code=$?
    [ "$code" = 0 ] || tail -n 20 "$work"/*.log >&2
    stop_all
    dpkg --purge deskbell >/dev/null 2>&1 || true
    ! grep -qsx "; IT's own" /etc/deskbell/config.ini || take_away_its_own
    installed_packages > "$work/after"
    local more
    more=$(comm -13 "$work/before" "$work/after")
    # shellcheck disable=SC2086 # Names of packages.
    [ -z "$more" ] || apt-get "${quiet[@]}" purge -y $more >/dev/null || true
    end_of_user
    rm -rf "$work"
    exit "$code"
}

installed_packages > "$work/before"
trap leave_as_it_was EXIT

# Of the last apt-get: what dpkg did for the package, and what man-db's trigger did, which makes its index of all pages
# anew; by dpkg's log, in whole seconds. The rest is apt's.
parts() {
    awk '{ split($2, clock, ":"); now = clock[1] * 3600 + clock[2] * 60 + clock[3] }
        $3 ~ /^(install|upgrade|remove)$/ && $4 ~ /^deskbell:/ { began = now }
        $3 == "status" && $4 ~ /^(installed|config-files)$/ && $5 ~ /^deskbell:/ { own = now - began }
        $3 == "trigproc" && $4 ~ /^man-db:/ { triggered = now }
        $3 == "status" && $4 == "installed" && $5 ~ /^man-db:/ { index_made = now - triggered }
        END {
            day = 86400
            printf "    of that the package %d s, man-db %d s\n", (own + day) % day, (index_made + day) % day
        }' "$work/dpkg.log" >&3
    rm "$work/dpkg.log"
}

start_screen() {
    Xvfb -noreset -screen 0 900x500x24 -nolisten tcp -displayfd 4 4>"$work/display" >"$work/xvfb.log" 2>&1 &
    pids+=($!)
    await 20 "a screen" test -s "$work/display"
    display=:$(cat "$work/display")
    as_user dbus-daemon --session --nofork --address="unix:path=$work/home/bus" >"$work/bus.log" 2>&1 &
    pids+=($!)
    await 20 "a session bus" test -S "$work/home/bus"
    as_user openbox >"$work/openbox.log" 2>&1 &
    pids+=($!)
    # A window that opens while openbox takes the screen is at times never shown.
    DISPLAY=$display timeout 20 xdotool search --sync --class openbox >/dev/null
    local settings=$work/home/.config/xfce4/xfconf/xfce-perchannel-xml
    as_user mkdir -p "$settings"
    sed 's/@DARK@/false/' "$root/src/test/resources/io/deskbell/ui/tray/xfce4-panel.xml" |
        as_user tee "$settings/xfce4-panel.xml" >/dev/null
    as_user xfce4-panel --disable-wm-check >"$work/panel.log" 2>&1 &
    pids+=($!)
}

# Blue or green are the icon's own colours when all is well: see TrayIcons.
shows_icon() {
    DISPLAY=$display import -window root "$work/screen.png"
    local pixels
    pixels=$(convert "$work/screen.png" -crop 900x40+0+0 -fill black +opaque '#1f78d1' -fill white \
        -opaque '#1f78d1' -format '%[fx:round(mean*w*h)]' info:)
    [ "$pixels" -gt 40 ] && return
    pixels=$(convert "$work/screen.png" -crop 900x40+0+0 -fill black +opaque '#1e8a3e' -fill white \
        -opaque '#1e8a3e' -format '%[fx:round(mean*w*h)]' info:)
    [ "$pixels" -gt 40 ]
}

check_package() {
    lintian --allow-root --fail-on error,warning "$1"
    dpkg-deb -x "$1" "$work/unpacked"
    desktop-file-validate "$work"/unpacked/usr/share/applications/*.desktop \
        "$work"/unpacked/etc/xdg/autostart/*.desktop
    appstreamcli validate --no-net "$work"/unpacked/usr/share/metainfo/*.xml >"$work/appstream.log" ||
        fail "$(cat "$work/appstream.log")"
    local icons=$work/unpacked/usr/share/icons/hicolor off
    rsvg-convert -w 64 "$icons/scalable/apps/deskbell.svg" > "$work/drawn.png"
    off=$({ compare -metric RMSE "$work/drawn.png" "$icons/64x64/apps/deskbell.png" null: 2>&1 || true; } |
        sed 's/.*(\(.*\))/\1/') # It says no to the smallest difference.
    awk "BEGIN { exit !($off < 0.03) }" || fail "deskbell.svg is not the tray's icon: off by $off"
    rm -rf "$work/unpacked"
    say "lintian, desktop entries, AppStream and icons are clean"
}

# As the session does at login: by the line of the autostart entry.
log_in() {
    local line
    line=$(sed -n 's/^Exec=//p' /etc/xdg/autostart/deskbell.desktop)
    # shellcheck disable=SC2086 # It is a command line.
    start_program $line
}

# Events that are refused for now are on disk, and the new version's to send.
upgrade() {
    touch "$inbox/closed"
    local waiting=$work/home/.local/state/deskbell old before
    old=$(companion)
    before=$(of_first_run)
    await 30 "an event that waits" has_waiting "$waiting"
    measure "upgrade with the program running" \
        apt-get "${quiet[@]}" install -y --no-install-recommends "$packages/deskbell_${next}_$architecture.deb" \
        </dev/null >"$work/upgrade.log" 2>&1
    parts
    await 30 "the old one's end" test ! -d "/proc/$old"
    measure "then until the new one runs" await 30 "the new one" is_another_than "$old"
    [ "$(readlink "/proc/$(companion)/exe")" = "$java" ] || fail "what runs is not the new version"
    await 20 "the new one's user" test "$(stat -c %U "/proc/$(companion)")" = "$user"
    rm "$inbox/closed"
    await 60 "what waited" more_of_first_run "$before"
    say "upgraded to $(dpkg-query -W -f '${Version}' deskbell): the program runs again, what waited was delivered"
}

measure "build of the package" "$root/installer/build.sh" deb --built
DESKBELL_VERSION=$next "$root/installer/build.sh" deb --built >/dev/null
package=$packages/deskbell_$(version)_$architecture.deb
measure "lintian and the like" check_package "$package"

begin_user
measure "install" apt-get "${quiet[@]}" install -y --no-install-recommends "$package" </dev/null >"$work/apt.log" 2>&1
parts
[ "$(deskbell --version)" = "deskbell $(project_version)" ] || fail "deskbell --version says something else"
grep -q -- '--state' <<<"$(deskbell-event --help)" || fail "hooks do not find deskbell-event"
[ -z "$(dpkg --verify deskbell)" ] || fail "files differ from the package"
! command -v update-desktop-database >/dev/null ||
    grep -q '^x-scheme-handler/tel=.*deskbell.desktop' /usr/share/applications/mimeinfo.cache || fail "no tel: links"

start_inbox
start_screen
configure
measure "first start until a call is registered" log_in
uses_startup_cache
say "installed, started, a call registered"

upgrade # At once: the simulated day must still go on.
await 60 "the icon in the panel" shows_icon
mkdir -p "$shots"
cp "$work/screen.png" "$shots/installed-tray.png"
say "in the tray: $(basename "$shots")/installed-tray.png"

install -D -m 640 /dev/stdin /etc/deskbell/config.ini <<<"; IT's own"
measure "removal" apt-get "${quiet[@]}" remove -y deskbell </dev/null >"$work/remove.log" 2>&1
parts
! companion >/dev/null || fail "the program outlived its removal"
[ ! -e /usr/lib/deskbell ] && [ ! -e /usr/bin/deskbell ] && [ ! -e /usr/bin/deskbell-event ] || fail "files were left behind"
[ -e /etc/xdg/autostart/deskbell.desktop ] || fail "a removal took a configuration file along"
dpkg --purge deskbell >"$work/purge.log" 2>&1
[ ! -e /etc/xdg/autostart/deskbell.desktop ] || fail "a purge left a configuration file of the package's behind"
[ "$(cat /etc/deskbell/config.ini)" = "; IT's own" ] || fail "a purge took along what IT had laid down"
[ -n "$(ls "$work/home/.local/state/deskbell")" ] || fail "a purge took the user's data along"
take_away_its_own
say "removed and purged; what IT and the user made is theirs"
