#!/usr/bin/env bash
# A zip for Linux: unpack it anywhere, start bin/deskbell. Settings and calls are kept in the usual places of the user,
# so that a newer zip finds them; --config and --data name others. Called by installer/build.sh.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"

need zip zip
[ "$1" != --tools ] || exit 0
need_image
scratch
cp -a "$image" "$scratch/deskbell"
"$image/bin/deskbell" sample-config > "$scratch/deskbell/config.sample.ini"
package=$packages/deskbell-$(version)-linux-$(uname -m).zip
rm -f "$package"
(cd "$scratch" && zip -qrX "$package" deskbell) # The jars' even seconds survive a zip: the start-up cache needs them.
report "$package" "$scratch/deskbell"
table "$scratch/deskbell" runtime app/deskbell.aot app
