#!/usr/bin/env bash
# The RPM package, from target/deskbell by rpmbuild. Called by installer/build.sh.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"
# shellcheck source=installer/linux/tree.sh
. "$root/installer/linux/tree.sh"

need rpmbuild rpm perl perl gzip gzip git git
[ "$1" != --tools ] || exit 0
need_image
scratch
lay_tree "$scratch/tree"
fill deskbell.spec > "$scratch/deskbell.spec"
# What is packed is what was built: no stripping, no repacking of jars. By zstd, which is smaller than the assumed gzip
# and five times as quick.
rpmbuild --quiet -bb --target "$(uname -m)" --define "_topdir $scratch/rpm" --define "_rpmdir $scratch/out" \
    --define "_binary_payload ${DESKBELL_RPM_PAYLOAD-w9.zstdio}" --define "tree $scratch/tree" \
    --define "__os_install_post %{nil}" --define "_build_id_links none" \
    "$scratch/deskbell.spec" 2>"$scratch/log" || fail "rpmbuild: $(cat "$scratch/log")"
package=$packages/deskbell-$(version)-1.$(uname -m).rpm
mv "$scratch"/out/*/*.rpm "$package"
report "$package" "$scratch/tree/usr"
