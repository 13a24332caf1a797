#!/usr/bin/env bash
# What the browser and document tests need from the operating system. Quiet when all is there.
set -euo pipefail

missing=()
need() { command -v "$1" > /dev/null || missing+=("$2"); }
need chromium chromium
need pdftotext poppler-utils
need qpdf qpdf
[[ $(fc-list 2> /dev/null) == *NotoSansCJK* ]] || missing+=(fonts-noto-cjk fontconfig)
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo > /dev/null && sudo -n true 2> /dev/null; then
    as_root=(sudo -n)
  else
    echo "Not root and no sudo: please install ${missing[*]} by hand." >&2
    exit 0
  fi
fi
if ! command -v apt-get > /dev/null; then
  echo "No apt-get here: please install the equivalents of ${missing[*]} by hand." >&2
  exit 0
fi
echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -qq -y --no-install-recommends "${missing[@]}" > /dev/null
