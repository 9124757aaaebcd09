#!/usr/bin/env bash
# Builds a package into target/packages, from a clean clone and with nothing by hand:
#   installer/build.sh deb|rpm|zip|msi|winzip|pkg|dmg [--built]
# --built packs target/deskbell as the last build left it. DESKBELL_VERSION=1.2.3 in place of the version in pom.xml.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=installer/lib.sh
. "$here/lib.sh"

usage() {
    echo "usage: installer/build.sh deb|rpm|zip|msi|winzip|pkg|dmg [--built]" >&2
    exit 2
}

[ $# -ge 1 ] && [ $# -le 2 ] || usage
[ $# -eq 1 ] || [ "$2" = --built ] || usage
case $1 in
    deb | rpm | zip) script=$here/linux/$1.sh ;;
    msi) script=$here/windows/msi.sh ;;
    winzip) script=$here/windows/zip.sh ;;
    pkg | dmg) script=$here/macos/package.sh ;;
    *) usage ;;
esac

cd "$root"
"$script" --tools # Before the minutes that a build takes.
[ "${2-}" = --built ] || build_image
mkdir -p "$packages"
"$script" "$1"
