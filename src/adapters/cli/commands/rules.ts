// `arrowsmith rules`: what is checked.

import { ruleList } from '../../../service'
import { defineCommand, exit } from '../command'
import { say } from '../output'
import { printableJson } from '../printable'

export const command = defineCommand({
  name: 'rules',
  usage: 'arrowsmith rules [--format text|json]',
  summary: 'Lists the rules, with the presets that turn them on.',
  operands: false,
  options: {
    format: { value: 'FORMAT', short: 'f', choices: ['text', 'json'], description: 'output format' },
  },
  run(given) {
    const rules = ruleList()
    if (given.value('format') === 'json') {
      say(printableJson({ version: 1, rules }))
      return exit.ok
    }
    const width = Math.max(...rules.map(({ id }) => id.length))
    const categories = [...new Set(rules.map(({ category }) => category))]
    const blocks = categories.map(category => {
      const rows = rules
        .filter(rule => rule.category === category)
        .map(
          ({ id, presets, summary }) => `  ${id.padEnd(width)}  ${presetsIn(presets).padEnd(20)}  ${summary}`,
        )
      return [category, ...rows].join('\n')
    })
    say(blocks.join('\n\n'))
    return exit.ok
  },
})

/** `recommended: warning`, the weakest preset first. */
function presetsIn(presets: ReturnType<typeof ruleList>[number]['presets']): string {
  return Object.entries(presets).map(([preset, severity]) => `${preset}: ${severity}`)[0] ?? 'off'
}
