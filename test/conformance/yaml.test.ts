// YAML means to us what it means to Mermaid: same verdict, same values, whatever is changed in it at random.

import { JSON_SCHEMA, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readYaml, type Value } from '../../src/syntax/yaml'
import { rounds } from '../fuzzing'
import { compare } from './compare'
import { diagramMutants, documentMutants } from './mutants'
import { ask } from './oracle'

const seed = Number(process.env.SEED ?? 1)

describe('YAML', () => {
  it('alone, mangled: as the reader in Mermaid has it', () => {
    const texts = documentMutants(seed)
    const differences: string[] = []
    for (const _ of rounds(4000, 180)) {
      const text = texts.next().value
      if (!alike(ours(text), theirs(text))) differences.push(text)
    }
    expect(differences).toEqual([])
  })

  it.each([
    'a: &x !\nd: *x\n',
    'a: ! &x # c\nd: *x\n',
    'a: &x !\n- b\nd: *x\n',
    '- &x !\n- *x\n',
    '{a: &x ! , d: *x}',
    'a: &x ! b\nd: *x\n',
    'a: &x\nd: *x\n',
    '- &x 1\n- &x !\n- *x\n',
  ])('%j: as the reader in Mermaid has it', text => {
    expect(ours(text)).toBe(theirs(text))
  })

  it('in metadata, frontmatter and directives, mangled: as Mermaid has it', async () => {
    const texts = diagramMutants(seed)
    const differences: string[] = []
    for (const _ of rounds(300, 180)) {
      const text = texts.next().value
      const { difference } = compare(text, await ask(text))
      if (difference) differences.push(`${JSON.stringify(text)}: ${difference}`)
    }
    expect(differences).toEqual([])
  })

  it.each([
    'a: 0x1F\nb: 0o17\nc: .inf\nd: -.Inf\ne: 1e3\nf: 007\ng: +12\nh: 1_000',
    'a: ~\nb: null\nc:\nd: Null\ne: "null"\nf: True\ng: yes',
    'a: |\n  one\n   two\n\n  three\nb: end',
    'a: >\n  one\n  two\n\n  three\n   deeper\n  four\n',
    'a: >-\n  one\n\nb: |+\n  kept\n\nc: |2\n   two',
    'a: one\n  two\n\n  three # why\nb: x#y',
    "a: \"one\n  two\\\n  three\\n\\x41\\u00e9\"\nb: 'it''s\n\n  so'",
    'a: &x [1, {b: c}]\nd: *x\n&e f: *x',
    'a: !!str 5\nb: !!int "7"\nc: ! 5\nd: !!float 3.5',
    '? a\n: b\n? c\n',
    'a:\n- b\n- - c\n  - d\n-\n  e: f\n  g: h\n',
    '{a: b, "c":d, e, f: , g: h}',
    '[a, b: c, {d: e}, "f", ]',
    '- url: http://x/y?z#a\n- a:b\n- -1\n- - x\n- ?x\n',
    '# c\na: b # c\n# d\n---\n'.slice(0, -4),
    'a: {\n  b: c, # d\n  e: [f,\n g]\n}\n',
  ])('%j: as the package of that name reads it', text => {
    expect(plainOf(readYaml(text).value)).toEqual(parse(text))
  })
})

/** An alias inside of what it names has no end in JavaScript; for us it is empty. */
const alike = (our: string, their: string): boolean =>
  our === their || (their === 'without end' && our !== 'refused')

function ours(text: string): string {
  const { value, fault } = readYaml(text)
  return fault ? 'refused' : written(plainOf(value))
}

function theirs(text: string): string {
  try {
    return written(load(text, { schema: JSON_SCHEMA }))
  } catch {
    return 'refused'
  }
}

/** As JSON, with the numbers that it does not have. */
function written(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_, each) =>
        Number.isFinite(each) ? each : typeof each === 'number' ? `${each}` : each,
      ) ?? ''
    )
  } catch {
    return 'without end'
  }
}

function plainOf(value: Value | undefined): unknown {
  if (value === undefined) return undefined
  if (value.kind === 'scalar') return value.value
  if (value.kind === 'list') return value.items.map(plainOf)
  return Object.fromEntries(value.entries.map(({ key, value: held }) => [key, plainOf(held)]))
}
