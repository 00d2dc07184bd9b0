import type { Command, Option } from './command.ts'

/** Of a terminal that nobody made wider. */
const width = 80

/** `nar-publish --help`. Plain text: what is bold on a terminal is no business of words. */
export function mainHelp(commands: readonly Command[]): string {
  const longest = Math.max(...commands.map(({ name }) => name.length))
  return [
    'nar-publish: turn a Git repository into a Nix binary cache',
    section('Usage', [
      'nar-publish COMMAND [OPTION...]',
      'nar-publish COMMAND --help',
      'nar-publish --version'
    ]),
    section(
      'Commands',
      commands.map(({ name, summary }) => `${name.padEnd(longest)}  ${summary}`)
    ),
    section(
      'Examples',
      commands.flatMap(({ examples }) =>
        examples.slice(0, 1).flatMap(({ line }) => line.split('\n'))
      )
    ),
    environmentSection(),
    exitSection()
  ].join('\n\n')
}

export function commandHelp(command: Command): string {
  return [
    `nar-publish ${command.name}: ${command.summary}`,
    section('Usage', [
      [`nar-publish ${command.name}`, command.operands, '[OPTION...]'].filter(Boolean).join(' ')
    ]),
    ...command.description.map((paragraph) => wrap(paragraph, width)),
    optionSection(command.options),
    section(
      'Examples',
      command.examples.flatMap(({ does, line }) => [`# ${does}`, ...line.split('\n')])
    ),
    environmentSection(command.variables),
    exitSection()
  ].join('\n\n')
}

/** What options can be set by, in lines for the section about the environment. */
const usualVariables = [
  'NAR_PUBLISH_<OPTION>     what an option sets: NAR_PUBLISH_ROUTE=push,',
  '                         NAR_PUBLISH_DRY_RUN=true; the option goes before it'
]

function optionSection(options: readonly Option[]): string {
  const names = options.map(
    ({ name, short, value }) =>
      `${short === undefined ? '    ' : `-${short}, `}--${name}${value === null ? '' : ` ${value}`}`
  )
  const column = Math.max(...names.map((name) => name.length)) + 2
  return section(
    'Options',
    options.map(({ help, repeats }, index) => {
      const text = `${help}${repeats === true ? ' (repeatable)' : ''}`
      const [first = '', ...rest] = wrap(text, width - column - 2).split('\n')
      return [
        (names[index] ?? '').padEnd(column) + first,
        ...rest.map((line) => ' '.repeat(column) + line)
      ]
        .join('\n')
        .replaceAll('\n', '\n  ')
    })
  )
}

function environmentSection(variables: readonly string[] = usualVariables): string {
  return section('Environment', [
    'GH_TOKEN, GITHUB_TOKEN   token for the target, in this order after',
    '                         NAR_PUBLISH_TOKEN; GH_TOKEN=$(gh auth token) does it',
    'NAR_PUBLISH_SIGNING_KEY  the secret key itself, or a file that holds it',
    ...variables,
    'GITHUB_SERVER_URL, GITHUB_API_URL        another GitHub than github.com',
    'HTTPS_PROXY, NO_PROXY, NO_COLOR, TMPDIR  as everywhere',
    'Secrets are not taken as options: every user of the machine can read those.'
  ])
}

function exitSection(): string {
  return section('Exit status', [
    '0  done; or nothing was left to do; doctor: the store is sound',
    '1  failed, with the reason on standard error; doctor: there are findings',
    '2  the command line is wrong',
    '130, 143  interrupted, with everything temporary removed'
  ])
}

function section(heading: string, lines: readonly string[]): string {
  return [`${heading}:`, ...lines.map((line) => `  ${line}`)].join('\n')
}

function wrap(text: string, columns: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= columns) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines.join('\n')
}
