#!/usr/bin/env bash
# A zip for Windows: unpack it anywhere, start bin\deskbell.exe. Called by installer/build.sh winzip.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"
# shellcheck source=installer/windows/program-folder.sh
. "$root/installer/windows/program-folder.sh"

need zip zip mvn maven x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64 x86_64-w64-mingw32-windres \
    binutils-mingw-w64-x86-64 x86_64-w64-mingw32-windmc binutils-mingw-w64-x86-64
[ "$1" != --tools ] || exit 0
need_image
scratch
program_folder "$scratch/deskbell"
"$image/bin/deskbell" sample-config > "$scratch/deskbell/config.sample.ini"
package=$packages/deskbell-$(version)-windows-x64.zip
rm -f "$package"
(cd "$scratch" && zip -qrX "$package" deskbell)
report "$package" "$scratch/deskbell"
table "$scratch/deskbell" runtime app
