// What each shell is given to ask the program for completions. No script evaluates what was typed or what comes back:
// words go to the program as arguments, and its answers are read line by line.

/** The shells that completion is written for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type ShellName = (typeof SHELLS)[number];

/** With `compopt` readline quotes names of files itself; without an answer it completes files of its own, which it quotes. */
const BASH = `# bash completion for tweetspan: put 'eval "$(tweetspan completion bash)"' into ~/.bashrc
_tweetspan() {
  local kind='' line
  COMPREPLY=()
  while IFS= read -r line; do
    if [ -z "$kind" ]; then kind=$line; else COMPREPLY[\${#COMPREPLY[@]}]=\${line%%$'\\t'*}; fi
  done < <(command tweetspan completion bash --complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
  if [ "$kind" = files ]; then
    if type compopt > /dev/null 2>&1; then compopt -o filenames; else COMPREPLY=(); fi
  fi
}
complete -o default -F _tweetspan tweetspan
`;

/** compadd quotes what it inserts. */
const ZSH = `#compdef tweetspan
# zsh completion for tweetspan: put 'source <(tweetspan completion zsh)' into ~/.zshrc, after compinit
_tweetspan() {
  local kind='' line
  local -a values shown
  while IFS= read -r line; do
    if [[ -z $kind ]]; then kind=$line; continue; fi
    values+=("\${line%%$'\\t'*}")
    shown+=("\${line//$'\\t'/  }")
  done < <(command tweetspan completion zsh --complete -- "\${(@)words[2,CURRENT]}" 2> /dev/null)
  if [[ $kind = files ]] || (( \${#values} == 0 )); then _files; else compadd -l -d shown -- "\${values[@]}"; fi
}
if [[ $zsh_eval_context == *func ]]; then _tweetspan "$@"; else compdef _tweetspan tweetspan; fi
`;

/** fish escapes what it inserts. */
const FISH = `# fish completion for tweetspan: tweetspan completion fish > ~/.config/fish/completions/tweetspan.fish
function __tweetspan_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l answer (command tweetspan completion fish --complete -- $words[2..-1] 2> /dev/null)
    if test (count $answer) -gt 1
        printf '%s\\n' $answer[2..-1]
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c tweetspan -f -a '(__tweetspan_complete)'
`;

/** PowerShell inserts the text as it is: what is no plain word is put in single quotes. */
const POWERSHELL = `# PowerShell completion for tweetspan: tweetspan completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName tweetspan -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  $answer = @(& tweetspan completion powershell --complete -- @words "--current=$wordToComplete" 2> $null)
  $answer | Select-Object -Skip 1 | ForEach-Object {
    $value, $remark = $_ -split "\`t", 2
    if (-not $remark) { $remark = $value }
    $text = if ($value -match '^[\\w./:=@+-]+$') { $value } else { "'" + ($value -replace "'", "''") + "'" }
    [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $remark)
  }
}
`;

/** The script of a shell. */
export const SCRIPTS: Readonly<Record<ShellName, string>> = {
  bash: BASH,
  zsh: ZSH,
  fish: FISH,
  powershell: POWERSHELL,
};
