#!/usr/bin/env bash
# The RPM package for real: installed by rpm into this system with a database of its own, started, a call registered,
# upgraded while it runs, removed. As root; Debian's own list of packages is not touched.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"
# shellcheck source=installer/test/lib.sh
. "$root/installer/test/lib.sh"
# shellcheck source=installer/test/linux.sh
. "$root/installer/test/linux.sh"

need rpm rpm desktop-file-validate desktop-file-utils
need_nothing_installed

leave() {
    local code=$?
    [ "$code" = 0 ] || tail -n 20 "$work"/*.log >&2
    stop_all
    in_database --nodeps -e deskbell >/dev/null 2>&1 || true
    end_of_user
    rm -rf "$work"
    exit "$code"
}
trap leave EXIT

# This rpm's database knows no packages but ours, so that what it requires cannot be looked up: hence --nodeps.
in_database() {
    rpm --dbpath "$work/database" "$@"
}

package() {
    echo "$packages/deskbell-$1-1.$(uname -m).rpm"
}

# Else no system could meet what it asks for. What is left are names of libraries that every distribution has.
requires_nothing_of_its_own() {
    local library brought=()
    while read -r library; do
        [ -z "$(find "$image" -name "$library*")" ] || brought+=("$library")
    done < <(rpm -qp --requires "$1" | sed -n 's/^\(lib[^ (]*\.so[^ (]*\)(.*/\1/p' | sort -u)
    [ "${#brought[@]}" = 0 ] || fail "it requires what it brings itself: ${brought[*]}"
}

is_installed() {
    [ "$(in_database -q --qf '%{VERSION}\n' deskbell)" = "$1" ]
}

upgrade() {
    local old
    old=$(companion)
    measure "upgrade with the program running" in_database --nodeps -U "$(package "$next")" >"$work/upgrade.log" 2>&1
    is_installed "$next" || fail "not the new version: $(in_database -q deskbell)"
    measure "then until the new one runs" await 30 "the new one" is_another_than "$old"
    [ ! -d "/proc/$old" ] || fail "the old one still runs"
    [ "$(readlink "/proc/$(companion)/exe")" = "$java" ] || fail "what runs is not the new version"
    [ "$(stat -c %U "/proc/$(companion)")" = "$user" ] || fail "what runs is another user's"
    await 60 "a call, from the new version" received_more "$(received Answered)" Answered
}

measure "build of the package" "$root/installer/build.sh" rpm --built
DESKBELL_VERSION=$next DESKBELL_RPM_PAYLOAD=w1.zstdio "$root/installer/build.sh" rpm --built >/dev/null
requires_nothing_of_its_own "$(package "$(version)")"
begin_user
measure "install" in_database --nodeps -i "$(package "$(version)")" >"$work/install.log" 2>&1
is_installed "$(version)" || fail "it is not in the database"
in_database --nodeps -V deskbell || fail "files differ from the package"
[ "$(deskbell --version)" = "deskbell $(project_version)" ] || fail "deskbell --version says something else"
desktop-file-validate /usr/share/applications/deskbell.desktop /etc/xdg/autostart/deskbell.desktop
! in_database --nodeps -U --quiet "$(package "$(version)")" 2>/dev/null || fail "the same version is installed twice"

start_inbox
configure
measure "first start until a call is registered" start_program deskbell --headless
uses_startup_cache
say "installed, started, a call registered"
upgrade
! in_database --nodeps -U "$(package "$(version)")" >/dev/null 2>&1 || fail "an older version is taken for an upgrade"
say "upgraded under the running program; an older version is refused"

measure "removal" in_database --nodeps -e deskbell >"$work/remove.log" 2>&1
! companion >/dev/null || fail "the program outlived its removal"
[ ! -e /usr/lib/deskbell ] && [ ! -e /usr/bin/deskbell ] && [ ! -e /etc/xdg/autostart/deskbell.desktop ] ||
    fail "files were left behind"
[ -n "$(ls "$work/home/.local/state/deskbell")" ] || fail "a removal took the user's data along"
say "removed"
