#!/usr/bin/env bash
# Feeds every parser with mutated bytes: run.sh [seconds each] [name…]. Ends with an error at the first crash, hang or use of much memory;
# the input is left beside it.
set -euo pipefail
cd "$(dirname "$0")"

seconds=${1:-10}
shift || true
scratch=${SIGNALBOOK_FUZZ_SCRATCH:-.build}
names=("$@")
[ ${#names[@]} -gt 0 ] || names=($(sed -nE 's/^    case `?([a-z]+)`?$/\1/p' Fuzzers/Fuzzer.swift))

# The debug configuration, for its testable imports; optimised all the same.
swift build --quiet --scratch-path "$scratch" -c debug -Xswiftc -O -Xswiftc -sanitize=fuzzer -Xswiftc -parse-as-library
library=$(swift build --scratch-path "$scratch" --show-bin-path)/libFuzzers.a
swiftc -sanitize=fuzzer "$library" -lz -o "$scratch/fuzz"

for name in "${names[@]}"; do
    corpus=$scratch/corpus/$name
    mkdir -p "$corpus"
    [ ! -d "Seeds/$name" ] || cp -n "Seeds/$name"/* "$corpus"/
    case $name in yaml | catalog | rules | format) cp -n ../../schema/*.yaml "$corpus"/ ;; esac
    log=$scratch/$name.log
    if ! SIGNALBOOK_FUZZER=$name "$scratch/fuzz" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
        -max_len=16384 -artifact_prefix="$scratch/$name-" "$corpus" >"$log" 2>&1; then
        tail -40 "$log"
        echo "fuzzing $name failed"
        exit 1
    fi
    echo "$name: $(grep -E '^Done' "$log")"
done
