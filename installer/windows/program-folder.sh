# shellcheck shell=bash
# The folder that the MSI and the Windows zip pack, made on Linux. Sourced, never run.
#
# Its Java is Temurin 21 as Maven Central has it, for trying packages where there is no Windows; the workflow on Windows
# makes the folder of a release with its own jlink (installer/image) and gives it as DESKBELL_WINDOWS_FOLDER.

mingw=x86_64-w64-mingw32
jar_time=2026-01-01T00:00:00Z # As installer/image/AppFolder.java has it; setup.c as well.

version_of() {
    basename "$image/app/$1"-[0-9]*.jar .jar | sed "s/^$1-//"
}

# What the event viewer shows for each id that is written to Windows' log: the words as they were written.
event_messages() {
    printf 'LanguageNames=(English=0x409:messages)\r\n'
    sed -n 's/^DB\([0-9]*\)\*.*/\1/p' "$root/src/main/resources/io/deskbell/log-events.txt" | while read -r id; do
        printf 'MessageId=%s\r\nLanguage=English\r\n%%1\r\n.\r\n' "$id"
    done
}

# The exes, with icon, version and the event viewer's words. launchers INTO
launchers() {
    local build=$scratch/launchers
    flags=(-O2 -s -Wall -Wextra -Werror -municode)
    mkdir -p "$build"
    event_messages > "$build/messages.mc"
    (cd "$build" && $mingw-windmc messages.mc)
    cp "$root"/installer/windows/launcher.{rc,manifest} "$icons/deskbell.ico" "$build"
    (cd "$build" && $mingw-windres "-DVERSION_COMMAS=$(version | tr . ,)" "-DVERSION_TEXT=\"\\\"$(version)\\\"\"" \
        launcher.rc -O coff launcher.res)
    sources=("$root"/installer/windows/{launcher,event}.c "$build/launcher.res")
    $mingw-gcc "${flags[@]}" -mwindows "${sources[@]}" -o "$1/deskbell.exe" -lws2_32
    $mingw-gcc "${flags[@]}" -DCONSOLE "${sources[@]}" -o "$1/deskbellc.exe" -lws2_32
}

# program_folder INTO
program_folder() {
    local into=$1 parts=$root/target/windows-parts
    if [ -n "${DESKBELL_WINDOWS_FOLDER-}" ]; then
        cp -a "$DESKBELL_WINDOWS_FOLDER" "$into"
        rm -f "$into"/bin/deskbell "$into"/bin/deskbell-event "$into"/bin/deskbell.cmd # The exes take their place.
        # The start-up cache compares the jars' times, which what carried the folder here may not have kept.
        find "$into/app" -name '*.jar' -exec touch -d "$jar_time" {} +
    else
        mvn -q -B -f "$root/installer/windows/pom.xml" package "-Dinto=$parts" \
            "-Dsqlite.version=$(version_of sqlite-jdbc)" "-Djna.version=$(version_of jna)" </dev/null
        mkdir -p "$into/bin" "$into/app/native"
        cp -a --no-preserve=ownership "$parts"/unpacked/*/jre "$into/runtime"
        cp "$image"/app/*.jar "$parts"/app/*.jar "$into/app"
        find "$parts/unpacked/org" "$parts/unpacked/com" -name '*.dll' -exec cp {} "$into/app/native" \;
    fi
    launchers "$into/bin"
    for file in "$into"/bin/deskbell*.exe; do sign "$file"; done
}

# Signs where SIGN_PKCS12 (a file) and SIGN_PASSWORD_FILE are set; else says nothing and does nothing.
sign() {
    [ -n "${SIGN_PKCS12-}" ] || return 0
    need osslsigncode osslsigncode
    [ -r "$SIGN_PKCS12" ] || fail "SIGN_PKCS12=$SIGN_PKCS12 cannot be read"
    [ -r "${SIGN_PASSWORD_FILE-}" ] || fail "SIGN_PKCS12 is set, so SIGN_PASSWORD_FILE must name a file with its password"
    osslsigncode sign -pkcs12 "$SIGN_PKCS12" -readpass "$SIGN_PASSWORD_FILE" -h sha256 -n Deskbell \
        ${SIGN_TIMESTAMP:+-ts "$SIGN_TIMESTAMP"} -in "$1" -out "$1.signed" >"$scratch/signing.log" 2>&1 ||
        fail "$(basename "$1") could not be signed: $(tail -n 3 "$scratch/signing.log" | xargs)"
    mv "$1.signed" "$1"
}
