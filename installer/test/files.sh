#!/usr/bin/env bash
# What cannot be run on this system is read at least: scripts by shellcheck, workflows as YAML, macOS's property lists.
set -euo pipefail
# shellcheck source=installer/lib.sh
. "$(dirname "$0")/../lib.sh"

need shellcheck shellcheck python3 python3
cd "$root"
python3 -c 'import yaml' 2>/dev/null || fail "missing: yaml for Python; on Debian: apt-get install python3-yaml"

if git grep -nE '^(<<<<<<<|>>>>>>>) '; then fail "left over from a merge, see above"; fi

mapfile -t scripts < <(grep -rlE '^#!/(usr/bin/env bash|bin/sh)' .ci installer)
shellcheck -x --severity=warning "${scripts[@]}"
python3 - <<'END'
import glob
import plistlib
import yaml

for name in glob.glob('.github/workflows/*.yml'):
    jobs = yaml.safe_load(open(name))['jobs']
    for job, content in jobs.items():
        assert content['runs-on'] and content['steps'], f'{name}: {job}'
for name in glob.glob('installer/macos/*.plist') + glob.glob('installer/macos/*.mobileconfig'):
    assert plistlib.load(open(name, 'rb')), name
END
echo "  ${#scripts[@]} scripts, the workflows and the property lists are well-formed"
