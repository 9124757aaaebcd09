# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # Some names are for, others from, the script that sources this.
# What the scripts of all packages share. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
packages=$root/target/packages
image=$root/target/deskbell
icons=$root/target/icons # Drawn by mvn package, see installer/image/Icons.java.
export root packages image icons
umask 022 # What is packed is for everybody to read.

# need PROGRAM PACKAGE ... : ends with one line that names all that is missing, and what Debian calls it.
need() {
    local missing=() debian=()
    while [ $# -gt 0 ]; do
        command -v "$1" >/dev/null || { missing+=("$1"); debian+=("$2"); }
        shift 2
    done
    [ "${#missing[@]}" -eq 0 ] && return
    echo "missing: ${missing[*]}; on Debian: apt-get install $(printf '%s\n' "${debian[@]}" | sort -u | xargs)" >&2
    exit 1
}

fail() {
    echo "$0: $*" >&2
    exit 1
}

# The first <version> that stands on the project's own level.
project_version() {
    sed -n 's|^    <version>\(.*\)</version>.*|\1|p' "$root/pom.xml" | head -n 1
}

# Three numbers, which is all that an MSI takes.
version() {
    local version=${DESKBELL_VERSION:-$(project_version)}
    [[ $version =~ ^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,5}$ ]] || fail "version '$version' is not of the form 1.2.3"
    echo "$version"
}

build_image() {
    need mvn maven
    (cd "$root" && mvn -q -B package -DskipTests </dev/null)
}

need_image() {
    [ -x "$image/bin/deskbell" ] || fail "there is no $image; leave --built away, or run mvn package"
}

# A folder of our own that is gone at the end.
scratch() {
    scratch=$(mktemp -d)
    # shellcheck disable=SC2064 # Now is when its name is known.
    trap "rm -rf '$scratch'" EXIT
}

# table FOLDER NAME... : what takes the space.
table() {
    local folder=$1 row
    shift
    for row in "$@"; do
        printf '    %-28s %7.1f MB\n' "$row" "$(du -sb "$folder/$row" | awk '{ print $1 / 1e6 }')"
    done
}

# report FILE INSTALLED_FOLDER : sizes, for the page on installing.
report() {
    printf '%s\n    %-28s %7.1f MB\n    %-28s %7.1f MB\n' "${1#"$root"/}" \
        package "$(stat -c %s "$1" | awk '{ print $1 / 1e6 }')" \
        "installed" "$(du -sb "$2" | awk '{ print $1 / 1e6 }')"
}
