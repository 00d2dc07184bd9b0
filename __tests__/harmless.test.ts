/** Every place where other people's text goes to gets the same table of texts, and each place says what none of them may do there. */
import * as core from '@actions/core'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { PassThrough } from 'node:stream'
import type { WriteStream } from 'node:tty'
import { actionLog } from '../src/action-log.ts'
import { narCachePath } from '../src/binary-cache/nar-name.ts'
import { ServiceWords } from '../src/cache/service.ts'
import { parseIndex } from '../src/catalogue/catalogue.ts'
import { runCommandLine } from '../src/cli/command-line.ts'
import type { RunnableCommand } from '../src/cli/command.ts'
import { asNarPublishError, NarPublishError } from '../src/errors.ts'
import {
  commitWord,
  fileWord,
  jsonText,
  logLines,
  oneLine,
  shownName,
  terminalText,
  shellWord
} from '../src/harmless.ts'
import type { Log } from '../src/log.ts'
import { markdownCode, markdownLink, markdownText } from '../src/markdown/markdown.ts'
import { rowName } from '../src/matrix/rows.ts'
import { omResultsInvalid } from '../src/om-results/json-place.ts'
import { pinFile, pinLine, unpinLine } from '../src/pins/pin.ts'
import { printCommand } from '../src/process/print-command.ts'
import { lastLines, Tail } from '../src/process/tail.ts'
import { pruneMessage } from '../src/prune/report/message.ts'
import { pruneText } from '../src/prune/command.ts'
import { plainName } from '../src/publish/packed-folder/plain.ts'
import { commitMessage } from '../src/publish/report/commit-message.ts'
import { outcomeText } from '../src/publish/report/text.ts'
import { namedLog } from '../src/queue/serve.ts'
import { queueText } from '../src/queue/command.ts'
import { renderFailure } from '../src/report/blocks.ts'
import { graphqlRefusal } from '../src/repository/github/graphql.ts'
import { shownDiff } from '../src/sync/diff.ts'
import { proposalMessage } from '../src/sync/propose/commit-message.ts'
import { proposalBranch, proposalTitle } from '../src/sync/propose/title.ts'
import { terminalLog } from '../src/terminal-log.ts'
import { quote } from '../src/text.ts'
import { nodesOf, parseMarkdown, rowWith } from './catalogue/support.ts'
import { reportWith } from './publish/report/support.ts'
import { commandsIn } from './support/runner-commands.ts'
import { changeTo } from './sync/propose/fixture.ts'

const lineEnds = ['\n', '\r', '\r\n', '\u000b', '\u000c', '\u0085', '\u2028', '\u2029']
const spaces = [
  '',
  ' ',
  '\t',
  '\u00a0',
  '\u1680',
  '\u2003',
  '\u200a',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff'
]
const unseen = [
  '\0',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u115f',
  '\u180e',
  '\u200b',
  '\u200d',
  '\u2060',
  '\u2066',
  '\u202e',
  '\ufe0f',
  '\u{e0001}',
  '\ud800'
]

const hostileTexts = [
  ...lineEnds.flatMap((end) =>
    ['', '\u0085', '\u200b'].flatMap((before) => [
      `x${end}${before}::set-output name=forged::y`,
      `x${end}${before}##[error]forged`
    ])
  ),
  ...spaces.map((space) => `${space}::error::forged`),
  ...unseen.flatMap((mark) => [
    `${mark}::error::forged`,
    `:${mark}:error::forged`,
    `::error:${mark}:forged`,
    `a #${mark}#${mark}[group]forged`,
    `${mark} ${mark}\u3000${mark}:${mark}:error::forged`,
    `left${mark}right`
  ]),
  ...[
    '##[group]x',
    '###[error]x',
    'a]]x',
    '::stop-commands::x',
    '%0A::error::x%25',
    '::::',
    '\u001b::\u001b[2m::error::x'
  ],
  ...[
    '\u001b[2J\u001b[31mred',
    '\u001b]0;title\u0007x',
    '\u001b]8;;https://evil.example\u001b\\x\u001b]8;;\u001b\\',
    '\u009b31mred',
    '\u001bP+q\u001b\\',
    'a\b\bb'
  ],
  ...['\u202eevil\u202c', '\u2066x\u2069', 'a\u200bb', '\ud800', 'x\udfff', '\0'],
  ...[
    '[x](javascript:alert(1))',
    '![x](http://evil.example)',
    '<script>x</script>',
    '<!-- nar-publish:end -->',
    '&copy;',
    '$x$',
    'http://evil.example',
    'www.evil.example'
  ],
  ...[
    'a|b',
    '\\|',
    '`x`',
    '```',
    '**x**',
    '@mention',
    '#1',
    'GH-1',
    'fixes #1',
    'fixes o/r#1',
    'fixes https://github.com/o/r/issues/1',
    '[skip ci]',
    '\n\nSigned-off-by: x <x@y>'
  ],
  ...['../../etc/passwd', '/etc/passwd', '.git', '-rf', 'CON', 'a:b', "'; id; '", '$(id)', '', ' ']
]

/** 10 MB */
const longText = '::error::x\u0085\u200b\u001b[#\u034f \u3000|@`<\n\u200b:'.repeat(400_000)

const hash = `sha256:${'0'.repeat(52)}`
const runUrl = 'https://github.com/o/r/actions/runs/1'

let written = ''

beforeEach(() => {
  written = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += Buffer.from(chunk).toString()
    return true
  })
})

afterEach(() => {
  jest.restoreAllMocks()
})

/** What `send` makes of each text that is not as `isHarmless` says, so that a failure shows what it was. */
function harmful(
  texts: readonly string[],
  send: (text: string) => string,
  isHarmless: (shown: string) => boolean
): [text: string, shown: string][] {
  return texts
    .map((text): [string, string] => [text, send(text)])
    .filter(([, shown]) => !isHarmless(shown))
    .map(([text, shown]) => [text.slice(0, 200), shown.slice(0, 200)])
}

function steersNothing(shown: string): boolean {
  return !/[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(shown)
}

function isOneLine(shown: string): boolean {
  return steersNothing(shown) && !shown.includes('\n')
}

describe('a job’s log', () => {
  const lines: Record<string, (log: Log, text: string) => unknown> = {
    info: (log, text) => {
      log.info(text)
    },
    'info of a queue': (log, text) => {
      namedLog(log, text).info(text)
    },
    'an error’s message': (log, text) => {
      log.info(asNarPublishError(new Error(text)).message)
    },
    'a long step': (log, text) => {
      const now = jest.spyOn(Date, 'now')
      for (const at of [0, 20_000]) {
        now.mockReturnValue(at)
        log.progress(text, at, 100_000)
      }
    }
  }
  test.each(Object.entries(lines))('%s is no command', (_name, say) => {
    const send = (text: string): string => {
      written = ''
      say(actionLog(), text)
      return written
    }
    expect(
      harmful(hostileTexts, send, (log) => commandsIn(log).length === 0 && steersNothing(log))
    ).toEqual([])
  })

  const commands: Record<string, (log: Log, text: string) => unknown> = {
    warning: (log, text) => {
      log.warning(text)
    },
    debug: (log, text) => {
      log.debug(text)
    },
    error: (_log, text) => {
      core.setFailed(
        new NarPublishError({ code: 'NIX_FAILED', subject: text, reason: text, hint: text }).message
      )
    }
  }
  test.each(Object.entries(commands))('%s is the one command that it is', (name, say) => {
    const send = (text: string): string => {
      written = ''
      say(actionLog(), text)
      return written
    }
    const isOurs = (log: string): boolean =>
      commandsIn(log).join() === name && /^::\w+::[^\n]*\n$/.test(log) && steersNothing(log)
    expect(harmful(hostileTexts, send, isOurs)).toEqual([])
    process.exitCode = 0
  })

  test('a heading opens one group', async () => {
    for (const text of hostileTexts) {
      written = ''
      await actionLog().group(text, () => Promise.resolve())
      expect([text, ...commandsIn(written)]).toEqual([text, 'group', 'endgroup'])
    }
  })

  test('what a program prints is no command, whatever it begins and ends with', async () => {
    for (const text of hostileTexts) {
      written = ''
      await actionLog().fenced((write) => {
        write(text)
        return Promise.resolve()
      })
      expect([text, ...commandsIn(written)]).toEqual([text, 'stop-commands'])
    }
  })

  test('what says nothing to the runner or the terminal stays byte for byte', () => {
    const ordinary =
      'a::b /nix/store: ##x\n\t– größe 漢字 ❤️ 😀 100 % #1 [x] : :\n  {"a": "b::c"}\n'
    expect(logLines(ordinary)).toBe(ordinary)
  })

  test('the model of the runner finds what the runner does', () => {
    const log = [
      '::error::x',
      '\u00a0\u0085::set-output name=a::b',
      'a\r::warning file=x::y',
      ':\u200b:debug::x',
      'a ##[group]b',
      '::stop-commands::w',
      '::error::x',
      '::w::',
      'a ::error::x'
    ]
    expect(commandsIn(log.join('\n'))).toEqual([
      'error',
      'set-output',
      'warning',
      'debug',
      '##[group',
      'stop-commands'
    ])
  })
})

describe('a terminal', () => {
  async function onTerminal(
    say: (log: ReturnType<typeof terminalLog>) => unknown
  ): Promise<string> {
    const stream = new PassThrough()
    let text = ''
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const log = terminalLog(stream as unknown as WriteStream, { isVerbose: true })
    await say(log)
    return text
  }

  test.each(['info', 'warning', 'error', 'debug', 'group', 'fenced', 'progress'] as const)(
    '%s steers neither it nor a runner',
    async (kind) => {
      for (const text of hostileTexts) {
        const shown = await onTerminal(async (log) => {
          if (kind === 'group') await log.group(text, () => Promise.resolve())
          else if (kind === 'fenced') {
            await log.fenced((write) => {
              write(text)
              return Promise.resolve()
            })
          } else if (kind === 'progress') {
            const now = jest.spyOn(Date, 'now')
            for (const at of [0, 20_000]) {
              now.mockReturnValue(at)
              log.progress(text, at, 100_000)
            }
          } else log[kind](text)
        })
        expect([text, steersNothing(shown), commandsIn(shown)]).toEqual([text, true, []])
      }
    }
  )

  test('a secret is hidden where it looks like a command', async () => {
    const shown = await onTerminal((log) => {
      log.hide('::a##[b')
      log.info('::a##[b::')
    })
    expect(shown).toBe('***::\n')
  })

  const texts: Record<string, (text: string) => string> = {
    'a publish': (text) =>
      outcomeText(
        reportWith({
          notes: [text],
          pins: [{ name: text, storePath: text }],
          unpinned: [text],
          failures: [{ installable: text, code: 'BUILD_FAILED', reason: text }]
        })
      ),
    'a queue': (text) => {
      const path = { storePath: text, attempts: 1, code: 'X', reason: text }
      const failing = { code: 'X', reason: text }
      const lists = { landed: [], setAside: [path], queued: [path], foreign: [text], notes: [text] }
      return queueText({ queues: [{ name: text, destination: text, failing, ...lists }] })
    },
    'a prune': (text) =>
      pruneText({
        outcome: 'pruned',
        target: {
          name: text,
          branch: text,
          substituterUrl: text,
          servedBy: 'raw',
          isPrivate: false,
          webUrl: () => text
        },
        rules: { keepGenerations: 1, keepDays: 30 },
        removed: [rowWith({ storePath: text })],
        removedPaths: [],
        removedNars: 0,
        removedAssets: [],
        kept: [],
        keptPaths: 0,
        unreachable: [],
        bytes: { before: 1, after: 1, assets: 0 },
        squashed: null,
        commit: { sha: text, url: text },
        route: 'api',
        attempts: 1,
        requests: { api: 1, raw: 1 },
        timings: [],
        notes: [text],
        warnings: [text]
      }),
    'any lines': (text) => terminalText([text, text])
  }
  test.each(Object.entries(texts))(
    'the text of %s steers neither it nor a runner',
    (_name, send) => {
      expect(
        harmful(hostileTexts, send, (text) => steersNothing(text) && commandsIn(text).length === 0)
      ).toEqual([])
    }
  )

  test('JSON means the same, and steers neither it nor a runner', async () => {
    for (const text of hostileTexts) {
      const json = jsonText({ text })
      expect([text, JSON.parse(json)]).toEqual([text, JSON.parse(JSON.stringify({ text }))])
      expect([text, steersNothing(json), commandsIn(json)]).toEqual([text, true, []])
    }
    expect(jsonText({ a: '#1 ## [x]', b: [1, null] })).toBe('{"a":"#1 ## [x]","b":[1,null]}')

    const tell: RunnableCommand = {
      ...{ name: 'tell', operands: '', summary: '', description: [], examples: [] },
      options: [{ name: 'json', value: null, input: null, help: '' }],
      run: () =>
        Promise.resolve({
          json: { hostileTexts },
          text: '',
          error: new NarPublishError({
            code: 'NIX_FAILED',
            subject: '##[error]x',
            reason: '\u009b2J'
          })
        })
    }
    jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect(await runCommandLine([tell], ['tell', '--json'])).toBe(1)
    expect(await runCommandLine([tell], ['##[group]x', '--json'])).toBe(2)
    expect(written.split('\n')).toHaveLength(3)
    expect([steersNothing(written), commandsIn(written)]).toEqual([true, []])
  })

  test('a diff and the end of a program’s words do not steer it', () => {
    const terminal = { isTTY: true, getColorDepth: () => 1 } as unknown as NodeJS.WriteStream
    const shown = (text: string): string => shownDiff(` ${text}`, terminal, false)
    expect(harmful(hostileTexts, shown, steersNothing)).toEqual([])
    const end = (text: string): string => {
      const tail = new Tail(1000)
      tail.push(Buffer.from(text))
      return lastLines(tail.text)
    }
    expect(harmful(hostileTexts, end, steersNothing)).toEqual([])
  })
})

describe('Markdown', () => {
  test('holds the text as text, code or a link of ours, on one line', async () => {
    for (const text of hostileTexts) {
      const parts = [
        markdownText(text),
        markdownCode(text),
        markdownLink(markdownText(text), `https://h.example/${text}`)
      ]
      expect([text, parts.every(isOneLine)]).toEqual([text, true])
      const document = await parseMarkdown(`| a | b | c |\n|---|---|---|\n| ${parts.join(' | ')} |`)
      const types = nodesOf(document).map(({ type, value }) =>
        type === 'html' ? String(value) : type
      )
      expect(nodesOf(document, 'tableCell')).toHaveLength(6)
      expect([
        'root',
        'table',
        'tableRow',
        'tableCell',
        'text',
        'inlineCode',
        'link',
        '<span>',
        '</span>',
        '<code>',
        '</code>'
      ]).toEqual(expect.arrayContaining(types))
      for (const { url } of nodesOf(document, 'link')) {
        expect(url).toMatch(/^https:\/\/h\.example\//)
      }
      expect(parts[0]).not.toMatch(/(?<!>)@mention|(?<![>\d])#1/)
    }
  })

  test('the summary of a failure is three lines', () => {
    const send = (text: string): string =>
      renderFailure(
        new NarPublishError({ code: 'NIX_FAILED', subject: text, reason: text, hint: text })
      )
    expect(
      harmful(hostileTexts, send, (text) => steersNothing(text) && text.split('\n').length === 4)
    ).toEqual([])
  })
})

describe('a commit message', () => {
  // Store paths, NARs and hashes were judged before.
  const shape = /[@#[<]|(?<![\p{L}\p{N}])GH-\d|:\/\/github\.com\/o\/r\/issues/iu
  const messages: Record<string, { lines: number; send: (text: string) => string }> = {
    'a publish': {
      lines: 12,
      send: (text) => {
        const source = { repository: text, revision: text }
        const row = rowWith({
          name: text,
          version: text,
          system: text,
          source
        })
        const pins = [{ name: text, storePath: 'x' }]
        return commitMessage({
          rows: [row],
          extraPaths: [],
          signedPaths: 0,
          pins,
          unpinned: [text],
          runUrl
        })
      }
    },
    'a prune': {
      lines: 6,
      send: (text) => {
        const rows = [rowWith({ name: text, version: text, system: text })]
        return pruneMessage({ rows, paths: 1, nars: 1, bytes: 1, squashed: null, runUrl })
      }
    },
    'a proposal': {
      lines: 10,
      send: (text) => {
        const change = changeTo('0.76.1')
        const hashes = change.hashes.map((hash) => ({
          ...hash,
          file: text,
          derivations: [text],
          systems: [text]
        }))
        const title = proposalTitle(
          { changes: [{ ...change, name: text, newVersion: text }], group: text },
          'r',
          null
        )
        return `${proposalMessage(title, [{ ...change, hashes }], runUrl, 'x')}\n`
      }
    }
  }
  test.each(Object.entries(messages))(
    'of %s has no line, mention, reference or switch of theirs',
    (_name, { lines, send }) => {
      const ordinary = send('x').split('\n')
      expect(ordinary).toHaveLength(lines)
      const isOurs = (message: string): boolean =>
        message.split('\n').length === lines && steersNothing(message) && !shape.test(message)
      expect(harmful(hostileTexts, send, isOurs)).toEqual([])
    }
  )
})

describe('a file’s or a branch’s name', () => {
  const names: Record<string, [send: (text: string) => string, shape: RegExp]> = {
    'a NAR': [(text) => narCachePath(hash, text, 'zstd'), /^nar\/00\/0{52}-[\w.+-]+\.nar\.zst$/],
    'a pin': [(text) => pinFile(text || 'x'), /^pins\/[\w+%][\w.+%-]*$/],
    'a proposal’s branch': [
      (name) =>
        proposalBranch({ changes: [{ ...changeTo('1'), name, newVersion: name }], group: null }),
      /^nar-publish\/(?!\.)(?:(?!\.\.|\.lock$)[\w.+-])+(?<!\.)$/
    ],
    'a row of the matrix': [(name) => rowName([name], 'attribute'), /^[\w.+@][\w.+@-]*$/]
  }
  test.each(Object.entries(names))('of %s is one plain word', (_name, [send, shape]) => {
    expect(harmful(hostileTexts, send, (name) => shape.test(name))).toEqual([])
  })

  test('a word of it has nothing that leads elsewhere', () => {
    expect(harmful(hostileTexts, fileWord, (word) => /^[\w.+-]*$/.test(word))).toEqual([])
    // As long as it was: a branch that an earlier release has named is found again.
    expect(fileWord('a😀é b')).toBe('a----b')
  })
})

describe('a message', () => {
  const lines: Record<string, (text: string) => string> = {
    oneLine,
    shownName,
    quote,
    plainName,
    shellWord,
    'a pin': (name) => pinLine({ name, storePath: '/nix/store/x' }),
    'a pin that goes': unpinLine,
    'a command': (text) => printCommand({ program: 'nix', args: ['eval', text] }).toWellFormed(),
    'a catalogue’s error': (text) => {
      const parse = (content: string): string => {
        try {
          parseIndex(Buffer.from(content), 'x')
        } catch (error) {
          return asNarPublishError(error).reason
        }
        throw new Error('it is no catalogue')
      }
      return parse(`x${text}`) + parse(JSON.stringify({ version: 2, [text]: text }))
    },
    'an error of om’s results': (text) => omResultsInvalid('x', text).reason,
    'an error’s subject': (subject) =>
      new NarPublishError({ code: 'NIX_FAILED', subject, reason: 'x', hint: 'y' }).message,
    'GraphQL’s refusal': (message) =>
      graphqlRefusal('POST /graphql', { errors: [{ message }] })?.message ?? ''
  }
  test.each(Object.entries(lines))('holds it on one line: %s', (_name, send) => {
    expect(harmful(hostileTexts, send, isOneLine)).toEqual([])
  })

  test('tells two names apart by their spaces, and cuts words at a length', () => {
    expect(shownName('a  b\u0085')).toBe('a  b\ufffd')
    expect(oneLine(' a \u0085\u2028\t b\u200b')).toBe(' a b\ufffd')
    expect(oneLine('abc', 2)).toBe('ab')
    expect(oneLine('a😀', 2)).toBe('a\ufffd')
  })

  test('an error keeps the lines of its reason', () => {
    const reason = 'it failed:\n  \u001b[31mred\u001b[0m\u0085\n\tlast'
    const error = new NarPublishError({ code: 'NIX_FAILED', subject: 'x', reason, hint: 'y' })
    expect(error.message).toBe('NIX_FAILED x: it failed:\n  red\n\tlast\ny')
    expect(error.reason).toBe(reason)
  })

  test('what the cache service says of a failure is no command', () => {
    const send = (text: string): string => {
      const words = new ServiceWords(() => undefined)
      words.push(`::warning::${text.replace(/\r|\n/g, '%0A')}\n`)
      written = ''
      actionLog().info(words.reason ?? '')
      return written
    }
    expect(harmful(hostileTexts, send, (log) => commandsIn(log).length === 0)).toEqual([])
  })
})

test('10 MB of it are done at once, and short where there is a limit', () => {
  expect(commandsIn(logLines(longText).slice(0, 10_000))).toEqual([])
  expect(oneLine(longText, 300)).toHaveLength(300)
  expect(quote(longText).length).toBeLessThan(400)
  expect(commitWord(longText, 40)).toHaveLength(40)
  expect(markdownText(longText).length).toBeLessThan(120 * 20)
  expect(narCachePath(hash, longText, 'none').length).toBeLessThan(200)
})
