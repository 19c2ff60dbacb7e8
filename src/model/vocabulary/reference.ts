// The vocabulary as others read it: a Markdown table, a JSON schema.

import type { Key, Vocabulary } from './key'

/** A Markdown table: key, what can be written, what it means. */
export function tableOf(vocabulary: Vocabulary): string {
  const rows = Object.entries(vocabulary).map(
    ([name, key]) => `| \`${name}\` | ${cell(written(key))} | ${cell(key.description)} |\n`,
  )
  return `| key | value | meaning |\n|---|---|---|\n${rows.join('')}`
}

/** The JSON schema of an object that holds these keys, for editors that complete configuration files. */
export function jsonSchemaOf(vocabulary: Vocabulary) {
  const properties = Object.entries(vocabulary).map(([name, { description, words, examples, choices }]) => [
    name,
    {
      description: `${description} Write ${words}.`,
      ...(choices ? { enum: valuesOf(choices) } : { examples }),
    },
  ])
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false } as const
}

function written({ words, examples, choices }: Key): string {
  if (choices || examples.length === 0) return words
  return `${words}: ${examples.map(example => `\`${example}\``).join(', ')}`
}

/** `true` and `false` are values of their own in JSON. */
function valuesOf(choices: readonly string[]): (string | boolean)[] {
  return choices.map(choice => (choice === 'true' ? true : choice === 'false' ? false : choice))
}

const cell = (text: string): string => text.replaceAll('|', '\\|')
