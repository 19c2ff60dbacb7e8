// `arrowsmith explain`: what a protocol, technology, status code, port, rule or key means.

import { explainTerm } from '../../../service'
import { rulePage } from '../../disk/rule-page'
import { defineCommand, exit } from '../command'
import { complain, say } from '../output'

export const command = defineCommand({
  name: 'explain',
  usage: 'arrowsmith explain <term>',
  summary: 'Explains a protocol, technology, status code, port, CIDR, rule or annotation key.',
  operands: true,
  options: {},
  run(given) {
    const term = given.operands.join(' ').trim()
    if (term === '') {
      complain("nothing to explain; try 'arrowsmith explain gRPC'")
      return exit.unusable
    }
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
