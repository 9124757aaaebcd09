#!/usr/bin/env bash
# The MSIs, one for the machine and one for a single user, by wixl and msibuild. Called by installer/build.sh.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"
# shellcheck source=installer/windows/program-folder.sh
. "$root/installer/windows/program-folder.sh"

need wixl wixl wixl-heat wixl msibuild msitools mvn maven x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64 \
    x86_64-w64-mingw32-windres binutils-mingw-w64-x86-64 x86_64-w64-mingw32-windmc binutils-mingw-w64-x86-64 \
    zipinfo unzip
[ "$1" != --tools ] || exit 0
need_image
scratch
program_folder "$scratch/deskbell"

# The kinds of phones, as the program itself names them.
sources() {
    local kinds
    kinds=$("$image/bin/deskbell" sample-config | tr -d '\n' |
        sed -n 's/.*\[phone\]; Where calls are seen: \([a-z0-9, ;]*\)\..*/\1/p')
    [ -n "$kinds" ] || fail "the sample configuration does not say any more where calls are seen"
    tr -d ';' <<<"$kinds"
}

# The countries that have telephone numbers, by the files of the very libphonenumber that is packed. CountriesTest holds
# that there is one for each country the program takes.
countries() {
    local found
    found=$(zipinfo -1 "$image"/app/libphonenumber-*.jar |
        sed -n 's|.*/data/PhoneNumberMetadataProto_\([A-Z][A-Z]\)$|\1|p' | LC_ALL=C sort | xargs)
    [[ " $found " == *" NL "* ]] || fail "libphonenumber does not show any more which countries it knows"
    echo "$found"
}

kinds=$(sources) # Not within the command, which would go on without.
known=$(countries)
$mingw-gcc -O2 -s -Wall -Wextra -Werror -municode -shared -D_WIN32_WINNT=0x0A00 \
    "-DSOURCES=L\"$kinds\"" "-DCOUNTRIES=L\"$known\"" \
    "$root"/installer/windows/{setup.c,running.c,setup.def} -o "$scratch/setup.dll" \
    -lmsi -lshell32 -ladvapi32 -lwtsapi32 -luserenv
sign "$scratch/setup.dll"

(cd "$scratch" && find deskbell -type f | LC_ALL=C sort |
    wixl-heat --prefix deskbell/ --directory-ref INSTALLDIR --component-group Files --var var.SourceDir --win64) \
    > "$scratch/files.wxs"

# What wixl 0.101 has no words for. finish MSI
finish() {
    local given='APIKEY;APIURL;AUTOSTART;CONFIG;COUNTRY;EXTENSION;INSTALLDIR;PURGE;SERVER;SOURCE' found
    # The upgrade's own, which wixl has put there.
    found=$(msiinfo export "$1" Property | tr -d '\r' | sed -n 's/^SecureCustomProperties\t//p')
    msibuild "$1" \
        -q "UPDATE \`Component\` SET \`Condition\`='AUTOSTART=\"1\"', \`Attributes\`=$autostart_attributes
            WHERE \`Component\`='Autostart'" \
        -q "DELETE FROM \`Upgrade\` WHERE \`ActionProperty\`='WIX_UPGRADE_DETECTED'" \
        -q "INSERT INTO \`Upgrade\` (\`UpgradeCode\`, \`VersionMax\`, \`Attributes\`, \`ActionProperty\`)
            VALUES ('$(upgrade_code "$1")', '$(version)', $same_version_too, 'WIX_UPGRADE_DETECTED')" \
        -q "DELETE FROM \`Property\` WHERE \`Property\`='SecureCustomProperties'" \
        -q "INSERT INTO \`Property\` (\`Property\`, \`Value\`)
            VALUES ('SecureCustomProperties', '${found:+$found;}$given')" \
        -q "INSERT INTO \`Property\` (\`Property\`, \`Value\`) VALUES ('MsiHiddenProperties', 'APIKEY;WriteConfig')"
    for step in "${order[@]}"; do
        msibuild "$1" -q "UPDATE \`InstallExecuteSequence\` SET \`Sequence\`=${step#* } WHERE \`Action\`='${step% *}'"
    done
}

# Migrates features; another build of the same version takes the place of this one.
same_version_too=$((1 + 512))

upgrade_code() {
    msiinfo export "$1" Property | tr -d '\r' | sed -n 's/^UpgradeCode\t//p'
}

# Wrong values end it before anything is touched; the old version goes as a whole before the new one comes.
order=("Remember 110" "CheckValues 120" "StopRunning 1390" "RemoveExistingProducts 1450" "WriteConfig 6500"
    "TellSetTimes 6502" "SetTimes 6504" "RemoveData 6510" "StartAgain 6610")

# Says in the summary that a user may install it without an administrator (PID_WORDCOUNT, bit 3).
without_elevation() {
    msiinfo extract "$1" $'\005SummaryInformation' > summary
    perl -0777 -e '
        my ($file, $package) = map { open my $in, "<:raw", $_ or die; <$in> } @ARGV;
        my $at = index $package, $file;
        die "the summary is not in one piece\n" if $at < 0;
        my $section = unpack "V", substr $file, 44, 4;
        for my $i (0 .. unpack("V", substr $file, $section + 4, 4) - 1) {
            my ($id, $offset) = unpack "VV", substr $file, $section + 8 + 8 * $i, 8;
            next unless $id == 15;
            my $value = $section + $offset + 4;
            substr $package, $at + $value, 4, pack "V", 8 | unpack "V", substr $file, $value, 4;
        }
        open my $out, ">:raw", $ARGV[1] or die;
        print $out $package;' summary "$1"
}

# 64 bit, known by a registry value, and looked at anew when the installation is changed.
autostart_attributes=$((256 + 4 + 64))
# Only relative paths: wixl 0.101 takes no others.
cd "$scratch"
cp "$icons/deskbell.ico" "$root/installer/windows/deskbell.wxs" .
for scope in ${DESKBELL_MSI_SCOPES-machine user}; do
    name=deskbell-$(version)-windows-x64.msi
    [ "$scope" = machine ] || name=deskbell-$(version)-windows-x64-user.msi
    wixl -a x64 -D "Version=$(version)" -D "Scope=$scope" -D SourceDir=deskbell -D Win64=yes -D SetupDll=setup.dll \
        -D Icon=deskbell.ico -o "$name" deskbell.wxs files.wxs
    finish "$name"

    [ "$scope" = machine ] || without_elevation "$name"
    sign "$name"
    mv "$name" "$packages/$name"
    report "$packages/$name" "$scratch/deskbell"
done
table "$scratch/deskbell" runtime app
