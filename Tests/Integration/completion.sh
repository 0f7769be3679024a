#!/usr/bin/env bash
# The completion scripts in the shells they are for.
#
# usage: completion.sh SIGBOOK
#
# In bash the script is loaded and asked for completions; zsh and fish, which apt-get installs where they are missing and it can, load
# theirs, and fish is asked too. Also: a reader that goes away ends sigbook without a word.
set -euo pipefail

sigbook=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
PATH=$(dirname "$sigbook"):$PATH
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
mkdir 'a folder'
touch 'a file.yaml' other.yaml

failures=0
expect() { # what, expected, actual
    if [[ $2 != "$3" ]]; then
        printf 'FAILED: %s\n  expected: %q\n  actual:   %q\n' "$1" "$2" "$3"
        failures=$((failures + 1))
    fi
}

# What bash offers behind a command line, as its line editor calls it.
source <(sigbook completion bash)
offered() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    _sigbook
    printf '%s\n' ${COMPREPLY[@]+"${COMPREPLY[@]}"} | sort | tr '\n' '|'
}

complete -p sigbook | grep -q -- '-F _sigbook sigbook' || { echo 'FAILED: bash knows no completion'; exit 1; }
expect 'commands' 'check|' "$(offered sigbook che)"
expect 'options of all' '--help|--version|' "$(offered sigbook --)"
expect 'options of a command' '--format|' "$(offered sigbook check --fo)"
expect 'choices' 'sarif|' "$(offered sigbook check --format s)"
expect 'choices behind =' 'github|' "$(offered sigbook check --format = g)"
expect 'all choices behind =' 'github|json|sarif|text|' "$(offered sigbook check --format =)"
expect 'files' 'a file.yaml|a folder|' "$(offered sigbook check --catalog a)"
expect 'folders' 'a folder|' "$(offered sigbook status --sources a)"
expect 'an argument' 'bash|' "$(offered sigbook completion b)"
expect 'an argument behind an option' 'event|' "$(offered sigbook new --owner x ev)"
expect 'an argument behind an option with =' 'event|' "$(offered sigbook new --owner = x ev)"
expect 'nothing for a second argument' '|' "$(offered sigbook new event e)"
expect 'commands for help' 'status|' "$(offered sigbook help st)"
expect 'nothing for an unknown command' '|' "$(offered sigbook nonsense --)"
bash -n <(sigbook completion bash)

for shell in zsh fish; do
    command -v $shell >/dev/null || { echo "$shell is not here, so its script cannot be tried"; exit 1; }
done
if command -v zsh >/dev/null; then
    mkdir functions
    sigbook completion zsh >functions/_sigbook
    zsh -n functions/_sigbook
    loaded=$(zsh -f -c 'fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -D -u; print -r -- $_comps[sigbook]')
    expect 'zsh finds the function' '_sigbook' "$loaded"
    sourced=$(zsh -f -c 'autoload -Uz compinit; compinit -D -u; source <(sigbook completion zsh); print -r -- $_comps[sigbook]')
    expect 'zsh takes it from a pipe' '_sigbook' "$sourced"
    # What zsh makes of a line when the tabulator key is pressed, on a terminal of its own; it rings when it knows nothing.
    cat >ask.zsh <<'ZSH'
zmodload zsh/zpty
zpty shell 'zsh -f -i'
zpty -w shell "PS1=; fpath=($PWD/functions \$fpath); autoload -Uz compinit; compinit -D -u; print ready"
zpty -r shell line '*ready*ready*'
zpty -n -w shell "$1"$'\t'
zpty -r shell line "*($2|"$'\a'")*"
[[ $line == *$2* ]]
ZSH
    for line in 'check --fo|--format' 'check --format s|sarif' 'check --format=s|sarif' 'new ev|event' 'completion zs|zsh'; do
        timeout 300 zsh -f ask.zsh "sigbook ${line%|*}" "${line#*|}" ||
            expect "zsh completes 'sigbook ${line%|*}'" "${line#*|}" 'nothing'
    done
fi
if command -v fish >/dev/null; then
    sigbook completion fish >sigbook.fish
    fish --no-execute sigbook.fish
    asked() { fish --no-config -c "source sigbook.fish; complete -C '$1'" | cut -f1 | sort | tr '\n' '|'; }
    expect 'fish: commands' 'check|' "$(asked 'sigbook chec')"
    expect 'fish: options' '--format|' "$(asked 'sigbook check --fo')"
    expect 'fish: choices' 'sarif|' "$(asked 'sigbook check --format sa')"
    expect 'fish: an argument' 'event|' "$(asked 'sigbook new ev')"
    expect 'fish: folders' 'a folder/|' "$(asked 'sigbook status --sources a')"
fi

# A pipe whose reader is gone, and a parent that ignores the signal for it.
status=0
(
    trap '' PIPE
    exec 3> >(:)
    wait $!
    sigbook completion bash >&3 2>said
) || status=$?
expect 'the process ends when its reader goes away' 141 "$status"
expect 'nothing is said then' '' "$(cat said)"

if ((failures)); then exit 1; fi
echo 'completion works'
