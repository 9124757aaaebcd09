#!/usr/bin/env bash
# The zip for Linux: unpacked as a user, into a folder with a space, started without a screen, a call registered.
# As root, for the user's sake.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"
# shellcheck source=installer/test/lib.sh
. "$root/installer/test/lib.sh"
# shellcheck source=installer/test/linux.sh
. "$root/installer/test/linux.sh"

need unzip unzip
need_nothing_installed
java="$work/home/my programs/deskbell/runtime/bin/java"

leave() {
    local code=$?
    [ "$code" = 0 ] || tail -n 20 "$work"/*.log >&2
    stop_all
    end_of_user
    rm -rf "$work"
    exit "$code"
}
trap leave EXIT

measure "build of the package" "$root/installer/build.sh" zip --built
begin_user
as_user mkdir "$work/home/my programs"
measure "unpacking" as_user unzip -q "$packages/deskbell-$(version)-linux-$(uname -m).zip" -d "$work/home/my programs"
start_inbox
configure
measure "first start until a call is registered" start_program "$work/home/my programs/deskbell/bin/deskbell" --headless
uses_startup_cache
[ -n "$(ls "$work/home/.local/state/deskbell")" ] || fail "its data is not in the user's usual place"
[ -z "$(as_user find "$work/home/my programs/deskbell" -newer "$work/home/.config/deskbell/config.ini")" ] ||
    fail "it wrote beside itself"
say "unpacked, started, a call registered; settings and calls are in the user's usual places"
