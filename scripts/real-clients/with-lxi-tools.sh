#!/usr/bin/env bash
# The same operator with lxi-tools: one connection a line. Usage: with-lxi-tools.sh HOST PORT FOLDER
set -euo pipefail
host=$1 port=$2 folder=$3
seq=0

# Asks, or says something that has no answer.
say() { lxi scpi --raw --address "$host" --port "$port" --timeout 10 "$1"; }

# Presses keys, each in a line of its own that also says what is in the error queue.
press() {
  local key
  for key in "$@"; do
    seq=$((seq + 1))
    [[ $(say "PAN:KEY $seq,$key;:SYST:ERR?") == 0,* ]] || { echo "key $seq, $key was refused" >&2; return 1; }
  done
}


echo "identity $(say '*IDN?')"
[[ $(say '*CLS;:PANel:SEQuence:RESet;:SYST:ERR?') == 0,* ]]
press MENU 1 4 1 2 3 4 OK 5 1 DOWN DOWN OK
say 'SYST:TIME:ADV 5;:SYST:ERR?' >/dev/null
press OK 2 1 OK 1 2 0 1 OK 2 3 4 OK OK
echo "created $(say 'DISP:SCR?')"
say 'HCOP:SDUM:DATA?' >"$folder/display.block"
press OK C 4
say 'ROUT:STIC MET;:SYST:ERR?' >/dev/null
press OK
say 'SYST:TIME:ADV 10;:ROUT:STIC HOST;:SYST:ERR?' >/dev/null
catalog=$(say 'MMEM:CAT?')
echo "catalog $catalog"
name=$(cut -d'"' -f2 <<<"$catalog" | cut -d, -f1)
say "MMEM:DATA? \"$name\"" >"$folder/list.block"
echo "sequence $(say 'PAN:SEQ?')"
