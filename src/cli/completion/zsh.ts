import type { Option } from '../command.ts'
import { quoted, valueKind, type Place } from './places.ts'

/** The script that zsh sources, or finds as `_nar-publish` in fpath. */
export function zshCompletion(places: readonly Place[]): string {
  return `#compdef nar-publish
# zsh completion for nar-publish

${places.map((place) => functionOf(place)).join('\n')}
if [ "$funcstack[1]" = _nar-publish ]; then
  _nar_publish "$@"
else
  compdef _nar_publish nar-publish
fi
`
}

/** One function a place; where commands go on from it, the next word's function is called with what follows. */
function functionOf({ name, commands, options, hasOperands }: Place): string {
  const own = functionName(name)
  const specs = options.flatMap(optionSpecs)
  if (commands.length === 0) {
    return `${own}() {\n  _arguments -s -S${lines([...specs, ...(hasOperands ? ["'*: :_files'"] : [])])}\n}\n`
  }
  const described = commands.map((each) => quoted(`${escaped(each.name)}:${each.summary}`))
  // Without a known word it goes on here: `keys CACHE` beside `keys retire`.
  const other = hasOperands ? '\n    *) _files ;;' : ''
  return `${own}() {
  local state line
  local -a commands
  typeset -A opt_args
  commands=(${lines(described)}
  )
  _arguments -C -s -S${lines([...specs, "'1: :->command'", "'*:: :->rest'"])} && return
  case $state in
    command) _describe command commands${hasOperands ? '; _files' : ''} ;;
    rest)
      case $line[1] in
${commands.map((each) => `        ${each.name}) ${functionName(nextName(name, each.name))} ;;`).join('\n')}${other.replace('\n    ', '\n        ')}
      esac
      ;;
  esac
}
`
}

function nextName(name: string, word: string): string {
  return name === '' || (name === 'help' && word !== 'help') ? word : `${name} ${word}`
}

function functionName(name: string): string {
  return ['_nar_publish', ...name.split(/[ -]/)].filter((part) => part !== '').join('_')
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => ` \\\n    ${text}`).join('')
}

function optionSpecs(option: Option): string[] {
  const { name, short, value, repeats, input, help } = option
  const again = repeats === true ? '*' : ''
  const spelled = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]
  const told = `[${escaped(help)}]`
  if (value === null) {
    return [
      ...spelled.map((spelling) => quoted(`${spelling}${told}`)),
      ...(input === null ? [] : [quoted(`--no-${name}`)])
    ]
  }
  // With the value in the next word, or behind `=`.
  return spelled.map((spelling) =>
    quoted(
      `${again}${spelling}${spelling.startsWith('--') ? '=' : ''}${told}:${escaped(value)}:${action(option)}`
    )
  )
}

function action(option: Option): string {
  switch (valueKind(option)) {
    case 'words':
      return `(${(option.words ?? []).map((word) => word.replaceAll(' ', '\\ ')).join(' ')})`
    case 'file':
      return '_files'
    case 'folder':
      return '_files -/'
    case 'text':
      return ' '
  }
}

/** Where a colon or a bracket would end it. */
function escaped(text: string): string {
  return text.replace(/[\\:[\]]/g, '\\$&')
}
