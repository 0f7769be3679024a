#!/usr/bin/env bash
# Feeds every parser with mutated bytes: run.sh [seconds each] [name…], or run.sh --runs NUMBER [name…] for as many inputs each, the same
# in every run from a fresh corpus. Ends with an error at the first crash, hang or use of much memory; the input is left beside it.
set -euo pipefail
cd "$(dirname "$0")"

if [ "${1:-}" = --runs ]; then
    bound=(-runs="$2" -seed=1)
    optimization=-Onone
    corpora=.build/corpus-seeded
    rm -rf "$corpora"
    shift 2
else
    bound=(-max_total_time="${1:-10}")
    optimization=-O
    corpora=.build/corpus
    shift || true
fi
scratch=${SIGNALBOOK_FUZZ_SCRATCH:-.build}/${optimization#-}
names=("$@")
[ ${#names[@]} -gt 0 ] || names=($(sed -nE 's/^    case `?([a-z]+)`?$/\1/p' Fuzzers/Fuzzer.swift))
[ ${#names[@]} -gt 0 ] || { echo "there is nothing to feed"; exit 1; }

# The debug configuration, for its testable imports; optimised all the same where the time is bounded, and not where the inputs are: to
# optimise takes longer than a few thousand inputs.
mkdir -p "$scratch"
swift build --quiet --scratch-path "$scratch" -c debug --disable-index-store -debug-info-format none -Xswiftc "$optimization" \
    -Xswiftc -wmo -Xswiftc -num-threads -Xswiftc 1 -Xswiftc -no-emit-module-separately-wmo \
    -Xswiftc -sanitize=fuzzer -Xswiftc -parse-as-library >"$scratch/build.log" 2>&1 || {
    cat "$scratch/build.log"
    exit 1
}
library=$(swift build --scratch-path "$scratch" --show-bin-path)/libFuzzers.a
# Without information for debuggers, of which valgrind cannot read every kind.
swiftc -sanitize=fuzzer "$library" -lz -Xlinker --strip-debug -o "$scratch/fuzz"

for name in "${names[@]}"; do
    corpus=$corpora/$name
    mkdir -p "$corpus"
    [ ! -d "Seeds/$name" ] || cp -n "Seeds/$name"/* "$corpus"/
    case $name in yaml | catalog | rules | format) cp -n ../../schema/*.yaml "$corpus"/ ;; esac
    log=$scratch/$name.log
    if ! SIGNALBOOK_FUZZER=$name "$scratch/fuzz" "${bound[@]}" -timeout=300 -rss_limit_mb=2048 \
        -max_len=16384 -artifact_prefix="$scratch/$name-" "$corpus" >"$log" 2>&1; then
        tail -40 "$log"
        echo "fuzzing $name failed"
        exit 1
    fi
    echo "$name: $(grep -E '^Done' "$log")"
done
