#!/usr/bin/env bash
# The pkg or dmg, by jpackage on a Mac. Called by installer/build.sh. Signed where MAC_SIGN_IDENTITY is set, notarized
# where NOTARY_PROFILE (of xcrun notarytool store-credentials) is set too.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"

kind=$1
[ "$(uname -s)" = Darwin ] || fail "only a Mac can make this package"
need jpackage openjdk plutil macos pkgbuild macos
[ "$kind" != --tools ] || exit 0
need_image
scratch
mac=$root/installer/macos
mkdir "$scratch/resources" "$scratch/input"
sed "s/@VERSION@/$(version)/g" "$mac/Info.plist" > "$scratch/resources/Info.plist"
cp "$icons/deskbell.icns" "$scratch/resources/Deskbell.icns"
cp "$mac/postinstall" "$mac/preinstall" "$scratch/resources/"
cp "$mac/io.deskbell.plist" "$scratch/input/"
cp -R "$image/app/." "$scratch/input/"
rm -f "$scratch/input/deskbell.aot" # Trained for the image's own launcher.
plutil -lint "$scratch/resources/Info.plist" "$scratch/input/io.deskbell.plist"

# The same options as the image's launcher, but for those that only Linux knows.
# shellcheck disable=SC2054 # The comma is part of an option.
options=(-XX:+UseSerialGC -Xms8m -XX:NewSize=3m -XX:MaxNewSize=12m -Xmx96m -XX:TieredStopAtLevel=1
    -XX:+UnlockDiagnosticVMOptions -XX:AsyncDeflationInterval=5000 -XX:ServiceThreadCleanupInterval=10000
    -Djava.net.useSystemProxies=true -Dprism.order=sw --enable-native-access=ALL-UNNAMED,javafx.graphics
    "-Dorg.sqlite.lib.path=\$APPDIR/native" "-Djna.boot.library.path=\$APPDIR/native" -Djna.nounpack=true)
arguments=()
for option in "${options[@]}"; do arguments+=(--java-options "$option"); done
if [ -n "${MAC_SIGN_IDENTITY-}" ]; then
    arguments+=(--mac-sign --mac-signing-key-user-name "$MAC_SIGN_IDENTITY" --mac-entitlements "$mac/entitlements.plist")
fi

jpackage --type "$kind" --name Deskbell --app-version "$(version | sed 's/^0\./1./')" --vendor Deskbell \
    --description "The phone companion for Agent Inbox" --runtime-image "$image/runtime" --input "$scratch/input" \
    --main-jar deskbell.jar --main-class io.deskbell.Main --mac-package-identifier io.deskbell \
    --resource-dir "$scratch/resources" --dest "$scratch/out" "${arguments[@]}"
package=$packages/deskbell-$(version)-macos-$(uname -m).$kind
mv "$scratch"/out/*."$kind" "$package"
if [ -n "${NOTARY_PROFILE-}" ]; then
    xcrun notarytool submit "$package" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$package"
fi
ls -l "$package"
