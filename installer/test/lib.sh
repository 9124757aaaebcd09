# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154 # Some names are for, others from, the script that sources this.
# What the tests of packages share. Sourced, never run.

work=$(mktemp -d)
chmod 755 "$work"
shots=$root/target/screenshots
inbox=$work/inbox
pids=()
exec 3>&1 # Measured figures are seen where the output of a step goes to a log.

say() {
    printf '  %s\n' "$*"
}

# await SECONDS WHAT COMMAND... : until it succeeds.
await() {
    local until=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ "$SECONDS" -lt "$until" ] || fail "never seen: $what"
        sleep 0.1
    done
}

# measure WHAT COMMAND... : prints how long it took.
measure() {
    local what=$1 began ended
    shift
    began=$(date +%s%N)
    "$@"
    ended=$(date +%s%N)
    printf '  measured: %-44s %6.1f s\n' "$what" "$(((ended - began) / 1000000))e-3" >&3
}

start_inbox() {
    mkdir -p "$inbox"
    touch "$inbox/received"
    "$image/runtime/bin/java" -cp "$root/target/test-classes" io.deskbell.e2e.InboxForScripts "$inbox" \
        >"$work/inbox.log" 2>&1 </dev/null &
    pids+=($!)
    await 20 "an Agent Inbox" test -s "$inbox/port"
}

inbox_url() {
    echo "http://127.0.0.1:$(cat "$inbox/port")"
}

# Whether more than that many lines of that kind were accepted.
received_more() {
    [ "$(grep -c "\"EventType\":\"$2\"" "$inbox/received")" -gt "$1" ]
}

received() {
    grep -c "\"EventType\":\"$1\"" "$inbox/received" || true
}

stop_all() {
    local pid
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
}
