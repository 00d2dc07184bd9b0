/** The issue forms, held against what GitHub's documentation of their schema says: it shows no form that breaks one of these rules. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { errorGuide } from '../src/error-guide.ts'
import { home } from '../src/version.ts'

const folder = join(import.meta.dirname, '../.github/ISSUE_TEMPLATE')
const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'))

const text = z.string().trim().min(1)
const id = z.string().regex(/^[A-Za-z0-9_-]+$/)
const asked = { label: text, description: text.optional() }
const validations = z.strictObject({ required: z.boolean().optional() }).optional()
const options = (label: z.ZodType) =>
  z
    .array(label)
    .min(1)
    .refine((all) => new Set(all.map((one) => JSON.stringify(one))).size === all.length, 'twice')
const element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) }),
  z.strictObject({
    ...{ type: z.literal('input'), id: id.optional(), validations },
    attributes: z.strictObject({
      ...asked,
      ...{ placeholder: text.optional(), value: text.optional() }
    })
  }),
  z.strictObject({
    ...{ type: z.literal('textarea'), id: id.optional(), validations },
    attributes: z.strictObject({
      ...asked,
      ...{ placeholder: text.optional(), value: text.optional(), render: text.optional() }
    })
  }),
  z.strictObject({
    ...{ type: z.literal('dropdown'), id: id.optional(), validations },
    attributes: z.strictObject({
      ...asked,
      ...{ multiple: z.boolean().optional(), default: z.int().nonnegative().optional() },
      options: options(
        z
          .string()
          .min(1)
          .and(z.string().regex(/^(?!none$)/i))
      )
    })
  }),
  z.strictObject({
    ...{ type: z.literal('checkboxes'), id: id.optional(), validations },
    attributes: z.strictObject({
      ...asked,
      options: options(z.strictObject({ label: text, required: z.boolean().optional() }))
    })
  })
])
const form = z.strictObject({
  name: text.min(4).max(100),
  description: text.min(4).max(200),
  title: text.optional(),
  labels: z.array(text).optional(),
  assignees: z.array(text).optional(),
  projects: z.array(text).optional(),
  type: text.optional(),
  body: z
    .array(element)
    .min(1)
    .refine((all) => all.some(({ type }) => type !== 'markdown'), 'it asks nothing')
    .refine(
      (all) => areUnique(all.flatMap((one) => ('id' in one ? (one.id ?? []) : []))),
      'an id twice'
    )
    .refine(
      (all) =>
        areUnique(all.flatMap((one) => (one.type === 'markdown' ? [] : one.attributes.label))),
      'a label twice'
    )
})
const config = z.strictObject({
  blank_issues_enabled: z.boolean(),
  contact_links: z.array(z.strictObject({ name: text, url: z.url(), about: text })).min(1)
})

function areUnique(words: readonly string[]): boolean {
  return new Set(words).size === words.length
}

const names = globSync('*', { cwd: folder }).map((name) => basename(name))
const forms = names.filter((name) => name !== 'config.yml')

test('there are a form for each kind, and who to tell of a vulnerability', () => {
  expect(names.sort()).toEqual(['bug.yml', 'config.yml', 'feature.yml'])
  expect(config.parse(read('config.yml')).contact_links[0]?.url).toBe(
    `https://github.com/${home}/security/policy`
  )
})

test.each(forms)('%s is a form as GitHub takes it', (name) => {
  expect(form.safeParse(read(name)).error?.issues ?? []).toEqual([])
})

test('the one of a bug asks for what is needed, and names a code that there is', () => {
  const { body } = form.parse(read('bug.yml'))
  const ids = body.flatMap((one) => ('id' in one ? [one.id] : []))
  expect(ids).toEqual(['what', 'code', 'version', 'nix', 'run', 'doctor', 'log'])
  const code = body.find((one) => 'id' in one && one.id === 'code')
  expect(
    code?.type === 'input' && Object.hasOwn(errorGuide, code.attributes.placeholder ?? '')
  ).toBe(true)
})

describe('the rules refuse', () => {
  const good = { name: 'A name', description: 'What for', body: [input('a', 'A'), input('b', 'B')] }
  function input(id: string, label: string) {
    return { type: 'input', id, attributes: { label } }
  }

  test('nothing of a good one', () => {
    expect(form.safeParse(good).success).toBe(true)
  })

  test.each<[string, unknown]>([
    ['no name', { ...good, name: undefined }],
    ['no description', { ...good, description: '' }],
    ['no body', { ...good, body: [] }],
    ['a key of nobody’s', { ...good, about: 'x' }],
    ['an id twice', { ...good, body: [input('a', 'A'), input('a', 'B')] }],
    ['a label twice', { ...good, body: [input('a', 'A'), input('b', 'A')] }],
    ['an id with a dot', { ...good, body: [input('a.b', 'A')] }],
    ['words alone', { ...good, body: [{ type: 'markdown', attributes: { value: 'x' } }] }],
    ['another type', { ...good, body: [{ ...input('a', 'A'), type: 'text' }] }],
    [
      'an input that is rendered',
      { ...good, body: [{ type: 'input', attributes: { label: 'A', render: 'x' } }] }
    ],
    [
      'validations that are words',
      { ...good, body: [{ ...input('a', 'A'), validations: { required: 'yes' } }] }
    ]
  ])('%s', (_what, value) => {
    expect(form.safeParse(value).success).toBe(false)
  })
})
