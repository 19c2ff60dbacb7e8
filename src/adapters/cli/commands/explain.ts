// `arrowsmith explain`: what a protocol, technology, status code, port, rule or key means.

import { explainTerm, searchExplanations } from '../../../service'
import { rulePage } from '../../disk/rule-page'
import { defineCommand, exit } from '../command'
import { complain, say } from '../output'

export const command = defineCommand({
  name: 'explain',
  usage: 'arrowsmith explain [--search] <term>',
  summary: 'Explains a protocol, technology, status code, port, CIDR, rule or annotation key.',
  operands: true,
  options: {
    search: { description: 'list the explanations that speak of these words, best first', short: 's' },
  },
  run(given) {
    const term = given.operands.join(' ').trim()
    if (term === '') {
      complain("nothing to explain; try 'arrowsmith explain gRPC'")
      return exit.unusable
    }
    if (given.has('search')) return found(term)
    const answer = explainTerm(term)
    if ('markdown' in answer) {
      say((answer.rule && rulePage(answer.rule)) ?? answer.markdown)
      return exit.ok
    }
    const near = answer.suggestions.length > 0 ? `; did you mean ${answer.suggestions.join(', ')}?` : ''
    complain(`nothing is known about '${term}'${near}`)
    return exit.unusable
  },
})

/** One explanation a line: its title, its topic, and how it begins. */
function found(words: string): number {
  const all = searchExplanations(words)
  if (all.length === 0) {
    complain(`no explanation speaks of '${words}'`)
    return exit.unusable
  }
  const width = Math.max(...all.map(({ title }) => title.length))
  for (const { title, topic, gist } of all)
    say(`${title.padEnd(width)}  ${topic}: ${gist.split('. ', 1)[0]}`.slice(0, 160))
  return exit.ok
}
