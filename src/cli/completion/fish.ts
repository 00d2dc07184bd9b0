import type { Option } from '../command.ts'
import { quoted, spellings, valueKind, type Place } from './places.ts'

/** The script that fish sources. */
export function fishCompletion(places: readonly Place[]): string {
  const valued = places.flatMap(({ options }) => options.filter(({ value }) => value !== null))
  const steps = places.flatMap(({ name, commands }) =>
    commands.map((each) => ({
      from: `${name}:${each.name}`,
      to: name === '' || name === 'help' ? each.name : `${name} ${each.name}`
    }))
  )
  return `# fish completion for nar-publish
function __nar_publish_at --description 'Whether these are the words of the command so far'
    set -l words (commandline -opc)
    set -l command ''
    set -l i 2
    while test $i -le (count $words)
        switch $words[$i]
            case ${[...new Set(valued.flatMap(spellings))].join(' ')}
                set i (math $i + 2)
                continue
        end
        switch "$command:$words[$i]"
${steps.map(({ from, to }) => `            case ${quoted(from)}\n                set command ${quoted(to)}`).join('\n')}
        end
        set i (math $i + 1)
    end
    test "$command" = "$argv[1]"
end

complete -c nar-publish -f
${places.flatMap(lines).join('\n')}
`
}

function lines({ name, commands, options, hasOperands }: Place): string[] {
  const start = `complete -c nar-publish -n ${quoted(`__nar_publish_at "${name}"`)}`
  return [
    ...commands.map((each) => `${start} -a ${each.name} -d ${quoted(each.summary)}`),
    ...(hasOperands ? [`${start} -F`] : []),
    ...options.flatMap((option) => optionLines(option).map((line) => `${start} ${line}`))
  ]
}

function optionLines(option: Option): string[] {
  const { name, short, value, input, help } = option
  const told = `-l ${name}${short === undefined ? '' : ` -s ${short}`} -d ${quoted(help)}`
  if (value === null) return [told, ...(input === null ? [] : [`-l no-${name}`])]
  switch (valueKind(option)) {
    case 'words':
      // fish splits the list by lines, and takes what stands in double quotes as one word.
      return [
        `${told} -x -a ${quoted((option.words ?? []).map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' '))}`
      ]
    case 'file':
      return [`${told} -r -F`]
    case 'folder':
      return [`${told} -x -a '(__fish_complete_directories)'`]
    case 'text':
      return [`${told} -x`]
  }
}
