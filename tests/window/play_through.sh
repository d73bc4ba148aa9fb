#!/usr/bin/env bash
# Plays the built-in interview in a real window, by keys alone: three typed answers with a hint, a retry and a skip, then
# closes the window in the middle of an answer, takes it up again, and goes on to the debrief.
# Needs Xvfb and xdotool; where one is missing it says so and passes.
set -euo pipefail
cd "$(dirname "$0")/../.."

for tool in Xvfb xdotool; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 0; }
done
cargo build --quiet
game=target/debug/hotseat
HOTSEAT_DATA=$(mktemp -d)
export HOTSEAT_DATA
export XDG_RUNTIME_DIR=$HOTSEAT_DATA
unset WAYLAND_DISPLAY

log=$HOTSEAT_DATA/log
exec 3<>"$HOTSEAT_DATA/display"
# Without a reset when the last window closes: who opens one in that moment would be turned away.
Xvfb -displayfd 3 -screen 0 1280x720x24 -noreset >/dev/null 2>&1 &
server=$!
trap 'kill $player $server 2>/dev/null || true' EXIT
player=
for _ in $(seq 100); do [ -s "$HOTSEAT_DATA/display" ] && break; sleep 0.1; done
export DISPLAY=:$(tr -d '[:space:]' <"$HOTSEAT_DATA/display")

fail() {
  echo "failed: $1"
  cat "$log" "$HOTSEAT_DATA/draft.json" 2>/dev/null || true
  exit 1
}

# Waits until a condition holds, for twenty seconds at most.
until_holds() {
  for _ in $(seq 200); do
    if eval "$2"; then return; fi
    kill -0 "$player" 2>/dev/null || fail "the game ended while waiting: $1"
    sleep 0.1
  done
  fail "$1"
}

open_window() {
  "$game" play "$@" >"$log" 2>&1 &
  player=$!
  until_holds "no window appeared" 'xdotool search --name "^Hot Seat$" >/dev/null 2>&1'
  window=$(xdotool search --name '^Hot Seat$' | head -1)
  xdotool windowfocus --sync "$window"
}

journal=$HOTSEAT_DATA/session.jsonl
noted() { [ -f "$journal" ] && [ "$(grep -c "$1" "$journal")" -ge "$2" ]; }
drafted() { grep -q "$1" "$HOTSEAT_DATA/draft.json" 2>/dev/null; }
answers=0

# Presses a key until the journal shows what it should have done: a press before the screen is up does nothing.
press() {
  for _ in $(seq 40); do
    xdotool key "$1"
    for _ in $(seq 10); do
      if noted "$2" "$3"; then return; fi
      sleep 0.1
    done
  done
  fail "pressing $1 did not lead to $2"
}

# Types blanks until one of them is kept: from then on the sheet takes what is typed.
take_pen() {
  local before
  before=$(cat "$HOTSEAT_DATA/draft.json" 2>/dev/null || true)
  for _ in $(seq 40); do
    xdotool key space
    for _ in $(seq 10); do
      if [ "$(cat "$HOTSEAT_DATA/draft.json" 2>/dev/null || true)" != "$before" ]; then return; fi
      sleep 0.1
    done
  done
  fail "the sheet took no words"
}

say() {
  take_pen
  answers=$((answers + 1))
  xdotool type --delay 4 "$1"
  until_holds "the words were not kept" "drafted '$2'"
  press ctrl+Return '"Answer"' "$answers"
}

open_window --seed 7 --probes 0
press Return '"Begin"' 1
press F1 '"Hint"' 1
say "About eight months ago our enterprise customers were churning at 15 percent. I proposed we target Operations and ran a pilot." "ran a pilot"
press 4 '"Rate"' 1
press r '"Retry"' 1
say " We closed 7 of 10 deals." "7 of 10 deals"
press 4 '"Rate"' 2
press Return '"Continue"' 1
press F2 '"Skip"' 1
take_pen
xdotool type --delay 4 "Engineering wanted three months for"
until_holds "the words were not kept" "drafted 'three months for'"
kill "$player"; wait "$player" 2>/dev/null || true
echo "closed in the middle of an answer"

open_window --continue
say " debt, Sales wanted SSO, and I brought all three teams to one table with the numbers." "one table with the numbers"
grep -q 'Engineering wanted three months for *debt, Sales' "$journal" || fail "the draft did not come back"
press Return '"Rate"' 3
for skip in $(seq 2 8); do
  [ "$skip" = 2 ] && press Return '"Continue"' 2
  press F2 '"Skip"' "$skip"
done
# Behind the last skip the open questions wait: one is gone back to and left again, then the interview ends.
press Return '"Return"' 1
press F2 '"Skip"' 9
for _ in $(seq 40); do
  [ -f "$journal" ] || break
  xdotool key f; sleep 0.5
done
[ ! -f "$journal" ] || fail "the interview did not end"
ls "$HOTSEAT_DATA"/sessions/*.jsonl >/dev/null || fail "the finished interview was not kept"
if grep -qE 'ERROR|panicked' "$log"; then fail "the game complained"; fi
sleep 1
kill -0 "$player" || fail "the game did not stay open on the debrief"
echo "played to the debrief by keys alone"
