/**
 * `verify-chain.sh`: checks the chain of a record with sh, awk and sha256sum. A program started for
 * each line would take minutes; here awk writes some hundred lines to files of their own, and one
 * sha256sum takes them all.
 */
export const chainChecker = `#!/bin/sh
# Checks that no line of record.ndjson was changed, left out, put in or cut off: each line bears the
# SHA-256 of the line before it, and chain.json says how many there are and which is the last.
# Needs sh, awk, sed, tail, wc and sha256sum. SHA256SUMS and its signature must be checked first.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")"
say() { sed -n "s/^ *\\"$1\\": *\\"\\{0,1\\}\\([0-9a-f]*\\)\\"\\{0,1\\},\\{0,1\\}\\$/\\1/p" chain.json; }
lines=$(say lines) head=$(say head) whole=$(say whole) torn=$(say torn)
bytes=$(($(wc -c < record.ndjson)))
if [ "$bytes" -ne $((whole + torn)) ]; then
  echo "WRONG: record.ndjson has $bytes bytes; chain.json says $((whole + torn))"
  exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Only whole lines are counted: what a killed run left behind the last one is no part of the chain.
head -c "$whole" record.ndjson | awk -v work="$work" '
  BEGIN { ORS = "" }
  {
    name = sprintf("%s/line-%03d", work, count++)
    print $0 > name
    close(name)
    names = names " " name
    # {"seq":1,"prev":"…" or, with the time of the host, {"seq":1,"t":1767603600000,"prev":"…"
    split(substr($0, 1, 200), part, "\\"")
    number = part[3]
    gsub(/[:,]/, "", number)
    print number " " (part[4] == "prev" ? part[6] : part[8]) "\\n" > (work "/links")
    if (count == 400) sums()
  }
  END { if (count > 0) sums() }
  function sums() {
    if (system("sha256sum" names " >> " work "/sums") != 0) exit 1
    names = ""
    count = 0
  }'
awk -v links="$work/links" -v lines="$lines" -v head="$head" '
  BEGIN { before = "0000000000000000000000000000000000000000000000000000000000000000" }
  {
    if ((getline link < links) <= 0) link = ""
    split(link, said, " ")
    if (said[1] != NR || said[2] != before) { print "WRONG: line " NR " of record.ndjson does not follow the line before"; bad = 1; exit }
    before = $1
  }
  END {
    if (bad) exit 1
    if (NR != lines) { print "WRONG: record.ndjson has " NR " lines; chain.json says " lines; exit 1 }
    if (before != head) { print "WRONG: the last line of record.ndjson is another than chain.json says"; exit 1 }
    print "The chain of " NR " lines holds."
  }' "$work/sums"
`;
