/** What each shell does at Tab: it asks `remote-support complete` with the words of the line, the last one unfinished. */

const bash = `_remote_support() {
  local line="\${COMP_LINE:0:COMP_POINT}" IFS=$' \\t\\n' words reply current
  read -ra words <<<"$line"
  case "$line" in *[[:space:]]) words+=("") ;; esac
  current="\${words[\${#words[@]}-1]}"
  reply="$("\${words[0]}" complete -- "\${words[@]:1}" 2>/dev/null | cut -f1)"
  IFS=$'\\n'
  COMPREPLY=($reply)
  # For readline a word begins after an equals sign.
  case "$current" in *=*) COMPREPLY=("\${COMPREPLY[@]#"\${current%"\${current##*=}"}"}") ;; esac
  if [[ \${#COMPREPLY[@]} -eq 1 && "\${COMPREPLY[0]}" == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -F _remote_support remote-support
`;

const zsh = `#compdef remote-support
_remote_support() {
  local line
  local -a finished unfinished told open
  for line in "\${(@f)$("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    case "$line" in
      '') ;;
      *=$'\\t'*) unfinished+=("\${line%%$'\\t'*}") open+=("\${line/$'\\t'/  }") ;;
      *) finished+=("\${line%%$'\\t'*}") told+=("\${line/$'\\t'/  }") ;;
    esac
  done
  if (( \${#finished} + \${#unfinished} == 0 )); then _files; return; fi
  compadd -l -d told -- "\${(@)finished}"
  compadd -l -S '' -d open -- "\${(@)unfinished}"
}
compdef _remote_support remote-support
`;

const fish = `function __remote_support_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found ($words[1] complete -- $words[2..-1] 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c remote-support -f -a '(__remote_support_complete)'
`;

export const scripts = { bash, zsh, fish };

export type Shell = keyof typeof scripts;
