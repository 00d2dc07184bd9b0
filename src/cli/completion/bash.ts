import type { Option } from '../command.ts'
import { quoted, spellings, valueKind, type Place } from './places.ts'

/** The script that bash sources. It takes 3.2 too, and nothing of bash-completion. */
export function bashCompletion(places: readonly Place[]): string {
  return `# bash completion for nar-publish
_nar_publish_words() {
  local word
  for word in "\${@:2}"; do
    case $word in "$1"*) COMPREPLY+=("$(printf %q "$word")") ;; esac
  done
}

_nar_publish_files() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$2" -- "$1")
  compopt -o filenames 2>/dev/null
}

_nar_publish() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command= word i
  COMPREPLY=()
  # bash takes --option=value for three words.
  if [ "$current" = = ]; then
    current=
  elif [ "$before" = = ] && [ "$COMP_CWORD" -gt 2 ]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      ${valued(places)})
        [ "\${COMP_WORDS[i + 1]}" != = ] || ((i++))
        ((i++))
        continue
        ;;
    esac
    case "$command:$word" in
${places.flatMap(steps).join('\n')}
    esac
  done
  case "$command:$before" in
${values(places).join('\n')}
  esac
  case $current in
    -*)
      case $command in
${places.map((place) => `        ${quoted(place.name)}) _nar_publish_words "$current" ${place.options.flatMap(spellings).join(' ')} ;;`).join('\n')}
      esac
      return
      ;;
  esac
  case $command in
${places.flatMap(words).join('\n')}
  esac
}
complete -F _nar_publish nar-publish
`
}

/** All that are followed by a value, as a pattern. */
function valued(places: readonly Place[]): string {
  const all = places.flatMap(({ options }) => options.filter(({ value }) => value !== null))
  return [...new Set(all.flatMap(spellings))].join(' | ')
}

function steps({ name, commands }: Place): string[] {
  return commands.map((each) => {
    const next = name === '' || name === 'help' ? each.name : `${name} ${each.name}`
    return `      ${quoted(`${name}:${each.name}`)}) command=${quoted(next)} ;;`
  })
}

/** What completes the value of each option; options of many commands that do the same are one line. */
function values(places: readonly Place[]): string[] {
  const lines = new Map<string, string[]>()
  for (const { name, options } of places) {
    for (const option of options.filter(({ value }) => value !== null)) {
      const body = completed(option)
      const patterns = spellings(option).map((spelling) => quoted(`${name}:${spelling}`))
      lines.set(body, [...(lines.get(body) ?? []), ...patterns])
    }
  }
  return [...lines].map(
    ([body, patterns]) => `    ${patterns.join(' | ')})\n      ${body}\n      return\n      ;;`
  )
}

function completed(option: Option): string {
  switch (valueKind(option)) {
    case 'words':
      return `_nar_publish_words "$current" ${(option.words ?? []).map(quoted).join(' ')}`
    case 'file':
      return '_nar_publish_files "$current" -f'
    case 'folder':
      return '_nar_publish_files "$current" -d'
    case 'text':
      return ':'
  }
}

function words({ name, commands, hasOperands }: Place): string[] {
  const parts = [
    ...(commands.length === 0
      ? []
      : [`_nar_publish_words "$current" ${commands.map((each) => each.name).join(' ')}`]),
    ...(hasOperands ? ['_nar_publish_files "$current" -f'] : [])
  ]
  return parts.length === 0
    ? []
    : [`    ${quoted(name)})\n      ${parts.join('\n      ')}\n      ;;`]
}
