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
if git -c core.autocrlf=true archive HEAD README.md config.sample.ini | tar -xO | grep -q $'\r'; then
    fail "Git for Windows would end lines its own way: see .gitattributes"
fi
python3 - <<'END'
import glob
import os
import plistlib
import re
import subprocess
import yaml


def check(job, step, matrix):
    assert ('run' in step) != ('uses' in step), f'{job}: either run or uses: {step}'
    assert re.fullmatch(r'[\w.-]+/[\w.-]+@v\d+', step.get('uses', 'a/b@v1')), f'{job}: {step}'
    subprocess.run(['bash', '-n'], input=step.get('run', ''), text=True, check=True)
    for script in re.findall(r'installer/[\w./-]+\.sh', step.get('run', '')):
        assert os.access(script, os.X_OK), f'{job}: there is no {script}'
    for name in re.findall(r'\${{ *([\w.-]+) *}}', yaml.dump(step)):
        assert name == 'github.workspace' or name in matrix, f'{job}: {name} is not known'


for name in glob.glob('.github/workflows/*.yml'):
    jobs = yaml.safe_load(open(name))['jobs']
    for job, content in jobs.items():
        assert content['runs-on'] and content['steps'], f'{name}: {job}'
        needed = content.get('needs', [])
        for before in [needed] if isinstance(needed, str) else needed:
            assert before in jobs, f'{name}: {job} needs {before}, which is no job'
        matrix = ['matrix.' + key for key in content.get('strategy', {}).get('matrix', {})]
        for step in content['steps']:
            check(f'{name}: {job}', step, matrix)
for name in glob.glob('installer/macos/*.plist') + glob.glob('installer/macos/*.mobileconfig'):
    assert plistlib.load(open(name, 'rb')), name
END
echo "  ${#scripts[@]} scripts, the workflows and the property lists are well-formed"
