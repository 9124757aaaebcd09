# shellcheck shell=bash
# shellcheck disable=SC2154 # Some names are from the script that sources this.
# What a softphone calls while a call rings: that Windows' launcher hands it over by itself, what it leaves to the
# program, and how long a softphone waits. Sourced after test/wine.sh, never run.

# A launcher beside which there is no program: what it cannot do by itself, it cannot do at all.
alone=$drive/alone/bin/deskbellc.exe
hook_number=0850123456
hook_name='Zoë Łukasz 日本 😀 & "Co" %'
hook_name_arrived=Zo%C3%AB%20%C5%81ukasz%20%E6%97%A5%E6%9C%AC%20%F0%9F%98%80%20%26%20%22Co%22%20%25

# In the user's configuration: an intake beside the simulated phone.
with_intake() {
    local port
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    printf '[phone]\r\nsource = simulator, intake\r\n[intake]\r\nport = %s\r\ntoken = 0123456789abcdef\r\n' "$port"
    printf 'record = C:\\hooks.rec\r\n'
}

# hook EXIT WORDS PROGRAM ARGUMENTS... : that it ends with that, and says these words or, where there are none, nothing.
# Again where it does not: a Deskbell on a slow machine may take longer for its first answer than a hook waits.
hook() {
    await 240 "that '${*:4}' ends with $1 and says '$2'" hook_ends "$@"
}

hook_ends() {
    local exit=$1 words=$2 code=0
    LC_ALL=C.UTF-8 wine "${@:3}" >"$work/hook.log" 2>&1 </dev/null || code=$?
    echo "exit code $code" >> "$work/hook.log"
    [ "$code" = "$exit" ] || return
    [ -n "$words" ] || [ "$(cat "$work/hook.log")" = "exit code $code" ] || return
    grep -qF "$words" "$work/hook.log"
}

# Before Deskbell was ever started, with what a crash leaves behind: the port is somebody else's by now.
hooks_for_nobody() {
    local data=$profile/AppData/Local/Deskbell
    mkdir -p "$data" "${alone%/*}"
    cp "$home/bin/deskbellc.exe" "$alone"
    : > "$data/instance.lock"
    printf '%s %032d' "$(cat "$inbox/port")" 0 > "$data/instance.address"
    hook 1 "Deskbell cannot start: there is no" "$alone" event --state ringing
    hook 1 "Deskbell is not running: this was not registered" "$home/bin/deskbellc.exe" event --state ringing
    hook 2 "generic: event (or state) is missing" "$home/bin/deskbellc.exe" event --state hoover
    say "hooks while Deskbell does not run, and slips: exit code and words are the program's"
}

# While it runs.
hooks() {
    local data=$profile/AppData/Local/Deskbell
    await 240 "an intake" grep -qs 'intake: watching' "$data/deskbell.log"
    hook 0 "" "$alone" event --source microsip --state incoming --id "" --name "$hook_name" $hook_number
    hook 0 "" "$alone" --headless --config 'C:\none.ini' --data "$(winepath -w "$data")" \
        event --state=answered --source=microsip --number $hook_number
    await 240 "the hook's call" received_answer "+31${hook_number#0}"
    grep -qF "name=$hook_name_arrived&" "$drive/hooks.rec" ||
        fail "letters are lost on the way: $(grep name= "$drive/hooks.rec")"
    hook 2 "microsip: event (or state) is missing" "$home/bin/deskbellc.exe" event --source microsip --state hoover
    hook 2 "no such profile" "$home/bin/deskbellc.exe" event --source nokia
    hook 1 "Deskbell cannot start: there is no" "$alone" event 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
    hook_times
    hook 0 "" "$home/bin/deskbell.exe" event --source microsip --state ended --number $hook_number
    say "hooks are handed over by the launcher alone, whatever their letters; refusals are in the program's words"
}

received_answer() {
    grep -q "\"EventType\":\"Answered\",\"PhoneNumber\":\"$1\"" "$inbox/received"
}

hook_times() {
    local build=(x86_64-w64-mingw32-gcc -O1 -s -Wall -Wextra -Werror)
    "${build[@]}" -municode "$root/installer/test/often.c" -o "$work/often.exe"
    "${build[@]}" -x c - -o "$work/nothing.exe" <<<'int main(void) { return 0; }'
    often "a hook, until deskbell.exe is back" \
        "\"$windows_home\\bin\\deskbell.exe\" event --source microsip --state incoming --number $hook_number"
    often "of that, any program at all under Wine" "\"$(winepath -w "$work/nothing.exe")\""
}

# often WHAT COMMAND_LINE : prints how long a hundred of them took.
often() {
    local took
    took=$(wine "$work/often.exe" 100 "$2" </dev/null | tr -d '\r') || fail "$1: not every one of them ended well"
    printf '  measured: %-44s %s\n' "$1" "$took" >&3
}
