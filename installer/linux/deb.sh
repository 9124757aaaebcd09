#!/usr/bin/env bash
# The Debian package, from target/deskbell by dpkg-deb. Called by installer/build.sh.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"
# shellcheck source=installer/linux/tree.sh
. "$root/installer/linux/tree.sh"

need dpkg-deb dpkg dpkg-shlibdeps dpkg-dev perl perl gzip gzip git git
[ "$1" != --tools ] || exit 0
need_image
version=$(version)
architecture=$(dpkg --print-architecture)
scratch
tree=$scratch/tree

# What the native libraries of Java and JavaFX are linked to, as this release of Debian calls it.
system_libraries() {
    mkdir -p "$scratch/shlibs/debian"
    printf 'Source: deskbell\n\nPackage: deskbell\nArchitecture: any\n' > "$scratch/shlibs/debian/control"
    local libraries
    mapfile -t libraries < <(find "$tree/usr/lib/deskbell" -name '*.so' -o -path '*/bin/java')
    (cd "$scratch/shlibs" && dpkg-shlibdeps -O --ignore-missing-info -xdeskbell \
        "-l$tree/usr/lib/deskbell/runtime/lib" "-l$tree/usr/lib/deskbell/runtime/lib/server" "${libraries[@]}" \
        2>"$scratch/shlibs/log" | sed -n 's/^shlibs:Depends=//p') || fail "dpkg-shlibdeps: $(cat "$scratch/shlibs/log")"
}

control() {
    cat <<END
Package: deskbell
Version: $version
Architecture: $architecture
Maintainer: Deskbell <packages@deskbell.io>
Installed-Size: $(du -sk --apparent-size "$tree" | cut -f 1)
Depends: $depends
Recommends: libsecret-tools, xdg-utils
Section: net
Priority: optional
Homepage: https://www.cm.com/mobile-service-cloud/
Description: phone companion for Agent Inbox
 Deskbell watches an agent's desk phone or softphone, registers its calls with
 Agent Inbox under the agent's extension, and brings the conversation up in the
 browser. It sits in the tray and brings its own Java.
END
}

lay_tree "$tree"
changelog=$tree/usr/share/doc/deskbell/changelog
cat > "$changelog" <<END
deskbell ($version) stable; urgency=medium

  * Version $version; the history is in the project's repository.

 -- Deskbell <packages@deskbell.io>  $(date -u -R -d "$released")
END
gzip -9n "$changelog"
install -D -m 644 "$root/installer/linux/lintian-overrides" "$tree/usr/share/lintian/overrides/deskbell"

depends=$(system_libraries) # On a line of its own: a failure must end the build.
[ -n "$depends" ] || fail "no system libraries found"
mkdir "$tree/DEBIAN"
control > "$tree/DEBIAN/control"
echo /etc/xdg/autostart/deskbell.desktop > "$tree/DEBIAN/conffiles"
(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) > "$tree/DEBIAN/md5sums"
for script in postinst prerm; do
    install -m 755 "$root/installer/linux/$script" "$tree/DEBIAN/$script"
done

package=$packages/deskbell_${version}_$architecture.deb
# Most of it is packed already: xz saves 10 % and takes nine times as long to unpack, most of an installation's time.
# lintian takes no zstd.
dpkg-deb --root-owner-group -Zgzip -z9 --build "$tree" "$package" >/dev/null
report "$package" "$tree/usr"
table "$tree/usr/lib/deskbell" runtime app/deskbell.aot app
