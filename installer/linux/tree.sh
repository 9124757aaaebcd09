# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # Some names are for, others from, the script that sources this.
# The installed files of the .deb and the .rpm. Sourced, never run.

icon_sizes=(16 22 24 32 48 64 128 256 512)

# fill FILE : replaces what only the build knows.
fill() {
    VERSION=$(version) DATE=$released perl -pe 's/\@(VERSION|DATE)\@/$ENV{$1}/g' "$root/installer/linux/$1"
}

# The usage as the program prints it, each line as it stands.
man_page() {
    local usage
    usage=$("$image/bin/deskbell" --help | sed 's/\\/\\\\/g; s/-/\\-/g; s/^\([.'\'']\)/\\\&\1/')
    USAGE=$usage perl -0pe 's/\@USAGE\@/$ENV{USAGE}/' <(fill deskbell.1)
}

# lay_tree FOLDER
lay_tree() {
    local into=$1 size
    released=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}" +%F)
    mkdir -p "$into/usr/lib" "$into/usr/bin" "$into/usr/share/man/man1" "$into/usr/share/doc/deskbell/examples"
    # With their times: the start-up cache compares the jars'.
    cp -a --no-preserve=ownership "$image" "$into/usr/lib/deskbell"
    install -m 755 "$root/installer/linux/restart" "$into/usr/lib/deskbell/restart"
    ln -s ../lib/deskbell/bin/deskbell ../lib/deskbell/bin/deskbell-event "$into/usr/bin"

    fill deskbell.desktop | install -D -m 644 /dev/stdin "$into/usr/share/applications/deskbell.desktop"
    fill autostart.desktop | install -D -m 644 /dev/stdin "$into/etc/xdg/autostart/deskbell.desktop"
    fill io.deskbell.Deskbell.metainfo.xml |
        install -D -m 644 /dev/stdin "$into/usr/share/metainfo/io.deskbell.Deskbell.metainfo.xml"
    for size in "${icon_sizes[@]}"; do
        install -D -m 644 "$icons/$size.png" "$into/usr/share/icons/hicolor/${size}x$size/apps/deskbell.png"
    done
    install -D -m 644 "$root/installer/linux/deskbell.svg" "$into/usr/share/icons/hicolor/scalable/apps/deskbell.svg"
    install -D -m 644 "$root/installer/linux/deskbell-symbolic.svg" \
        "$into/usr/share/icons/hicolor/symbolic/apps/deskbell-symbolic.svg"

    man_page | gzip -9n | install -m 644 /dev/stdin "$into/usr/share/man/man1/deskbell.1.gz"
    ln -s deskbell.1.gz "$into/usr/share/man/man1/deskbell-event.1.gz"
    "$image/bin/deskbell" sample-config > "$into/usr/share/doc/deskbell/examples/config.ini"
    install -m 644 "$root/installer/linux/deskbell-relay.service" "$into/usr/share/doc/deskbell/examples/"
    install -m 644 "$root/installer/linux/copyright" "$into/usr/share/doc/deskbell/copyright"

    # The build's umask and the JDK's own modes are nobody's business.
    find "$into" -type d -exec chmod 755 {} +
    find "$into/usr/lib/deskbell" -type f -exec chmod u=rwX,go=rX {} +
    chmod 644 "$into"/usr/share/doc/deskbell/examples/*
}
