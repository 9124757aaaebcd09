# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # Some names are for, others from, the script that sources this.
# A certificate to throw away, the build's signing hook with it, and whether what comes out is signed by it.
# Sourced after test/lib.sh, never run.

make_certificate() {
    openssl req -x509 -newkey rsa:2048 -noenc -days 2 -subj "/CN=Deskbell test" -addext extendedKeyUsage=codeSigning \
        -keyout "$work/signing.key" -out "$work/signing.pem" 2>/dev/null
    openssl rand -hex 8 > "$work/signing.password"
    openssl pkcs12 -export -inkey "$work/signing.key" -in "$work/signing.pem" -passout "file:$work/signing.password" \
        -out "$work/signing.p12"
    export SIGN_PKCS12=$work/signing.p12 SIGN_PASSWORD_FILE=$work/signing.password
}

is_signed() {
    osslsigncode verify -CAfile "$work/signing.pem" -in "$1" >"$work/verify.log" 2>&1
}

# The packages, what they carry, and what lies installed; and that a changed file is found out.
are_signed() {
    local file
    for file in "$packages"/deskbell-{"$(version)","$next"}-windows-x64{,-user}.msi "$home"/bin/deskbell{,c}.exe; do
        is_signed "$file" || fail "$file is not signed: $(tail -n 3 "$work/verify.log")"
    done
    msiinfo extract "$packages/deskbell-$next-windows-x64.msi" Binary.Setup > "$work/setup.dll"
    is_signed "$work/setup.dll" || fail "the library in the MSI is not signed"
    cp "$home/bin/deskbell.exe" "$work/changed.exe"
    printf x | dd of="$work/changed.exe" bs=1 seek=8192 conv=notrunc status=none
    ! is_signed "$work/changed.exe" || fail "a changed program counts as signed"
    say "the MSIs, the library in them and the installed programs are signed"
}
