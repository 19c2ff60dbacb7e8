// `arrowsmith explain`: what a protocol, technology, status code, port, rule or key means.

import { explainTerm, searchExplanations } from '../../../service'
import { rulePage } from '../../disk/rule-page'
import { defineCommand, exit } from '../command'
import { complain, say } from '../output'
import { printableJson } from '../printable'

export const command = defineCommand({
  name: 'explain',
  usage: 'arrowsmith explain [--search] <term> [options]',
  summary: 'Explains a protocol, technology, status code, port, CIDR, rule or annotation key.',
  operands: true,
  options: {
    search: { description: 'list the explanations that mention these words, best match first', short: 's' },
    format: { value: 'FORMAT', short: 'f', choices: ['text', 'json'], description: 'output format' },
  },
  run(given) {
    const term = given.operands.join(' ').trim()
    if (term === '') {
      complain("nothing to explain; try 'arrowsmith explain gRPC'")
      return exit.unusable
    }
    const isJson = given.value('format') === 'json'
    if (given.has('search')) return isJson ? foundAsJson(term) : found(term)
    const answer = explained(term)
    if (isJson) say(printableJson({ version: 1, term, ...answer }))
    else if (answer.markdown !== null) say(answer.markdown)
    else {
      const near =
        answer.suggestions.length > 0
          ? `did you mean ${answer.suggestions.join(', ')}?`
          : "'arrowsmith explain --search' finds explanations by the words in them"
      complain(`nothing is known about '${term}'; ${near}`)
    }
    return answer.markdown === null ? exit.unusable : exit.ok
  },
})

/** A rule is explained by its page, and so are the rules of a workspace's own together. */
function explained(term: string) {
  const own = /^conventions?$/i.test(term) ? rulePage('conventions') : undefined
  if (own !== undefined) return { markdown: own, suggestions: [] }
  const answer = explainTerm(term)
  if (!('markdown' in answer)) return { markdown: null, suggestions: answer.suggestions }
  const { rule, markdown } = answer
  return {
    markdown: (rule && rulePage(rule)) ?? markdown,
    ...(rule !== undefined && { rule }),
    suggestions: [],
  }
}

function foundAsJson(words: string): number {
  const explanations = searchExplanations(words)
  say(printableJson({ version: 1, words, explanations }))
  return explanations.length > 0 ? exit.ok : exit.unusable
}

/** One explanation a line: its title, its topic, and how it begins. */
function found(words: string): number {
  const all = searchExplanations(words)
  if (all.length === 0) {
    complain(`no explanation mentions '${words}'`)
    return exit.unusable
  }
  const width = Math.max(...all.map(({ title }) => title.length))
  for (const { title, topic, gist } of all)
    say(`${title.padEnd(width)}  ${topic}: ${gist.split('. ', 1)[0]}`.slice(0, 160))
  return exit.ok
}
