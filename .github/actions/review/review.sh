#!/usr/bin/env bash
# Lints what stands in the working directory and writes what changed since a revision. Nothing here uses the network but
# `git fetch`, and that only where the revision is not here (a shallow clone).
#
#   ARROWSMITH  how to run arrowsmith         BASE  the revision to compare with; without one only lints
#   PATHS       what to look at ('.')         OUT   the folder for comment.md and findings.sarif
#
# Ends like `arrowsmith lint`: 1 where errors or warnings were found, 2 where something could not be read.
set -uo pipefail

read -r -a arrowsmith <<<"${ARROWSMITH:-npx --yes arrowsmith@0}"
read -r -a paths <<<"${PATHS:-.}"
out="${OUT:-.arrowsmith}"
mkdir -p "$out"
: >"$out/comment.md"

unusable=0
if [ -n "${BASE:-}" ]; then
  git cat-file -e "$BASE^{commit}" 2>/dev/null || git fetch --quiet --no-tags --depth=1 origin "$BASE" || true
  # What others did to the base since the branch left it is not this change's doing.
  since="$(git merge-base "$BASE" HEAD 2>/dev/null || echo "$BASE")"
  "${arrowsmith[@]}" diff "$since" HEAD "${paths[@]}" --format comment >"$out/comment.md" || unusable=2
fi

format=text
[ -n "${GITHUB_ACTIONS:-}" ] && format=github
"${arrowsmith[@]}" lint "${paths[@]}" --format "$format" --output-file "sarif=$out/findings.sarif"
found=$?

if [ -n "${GITHUB_OUTPUT:-}" ]; then
  printf 'comment=%s\nsarif=%s\n' "$out/comment.md" "$out/findings.sarif" >>"$GITHUB_OUTPUT"
fi
exit $((unusable > found ? unusable : found))
