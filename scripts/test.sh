#!/usr/bin/env bash
# Everything CI runs, with the time each part took. Ends with pytest's own summary line.
set -euo pipefail
cd "$(dirname "$0")/.."

times=()
part() {
  local name=$1 begun=$SECONDS
  shift
  printf '\n── %s\n' "$name"
  "$@"
  times+=("$(printf '%-24s %4d s' "$name" $((SECONDS - begun)))")
}
report() { printf '\n'; printf '  %s\n' "${times[@]}"; }

part "install" make --no-print-directory install
part "system packages" bash scripts/system.sh
part "lint" make --no-print-directory lint
part "unit tests" .venv/bin/pytest -n 2 -q -m "not browser and not slow and not bench"
part "slow tests" .venv/bin/pytest -n 2 -q -m "slow and not browser"
report
part "browser tests" .venv/bin/pytest -n 2 -q -m browser
