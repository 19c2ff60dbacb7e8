// The vocabulary as people read it: a Markdown table.

import type { Key, Vocabulary } from './key'

/** A Markdown table: key, what can be written, what it means. */
export function tableOf(vocabulary: Vocabulary): string {
  const rows = Object.entries(vocabulary).map(
    ([name, key]) => `| \`${name}\` | ${cell(written(key))} | ${cell(key.description)} |\n`,
  )
  return `| key | value | meaning |\n|---|---|---|\n${rows.join('')}`
}

function written({ words, examples, choices }: Key): string {
  if (choices || examples.length === 0) return words
  return `${words}: ${examples.map(example => `\`${example}\``).join(', ')}`
}

const cell = (text: string): string => text.replaceAll('|', '\\|')
