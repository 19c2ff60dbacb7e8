// In comments: suppressions, and the targets that figures can be stated for.

import { arrowTarget, partTarget } from '../../../model/annotations/metadata/target-names'
import { rules } from '../../../rules'
import { drawnElsewhere } from './cursor'
import { asSnippet, type CompletionReader, type Offer } from './offer'

/** `%% arrowsmith-disable-next-line …` */
export const suppressed: CompletionReader = ({ before }) => {
  if (!/%%\s*arrowsmith-(?:disable|enable)[\w-]*\s/.test(before) || before.includes(' -- ')) return undefined
  return rules.map(({ id, summary }) => ({ label: id, kind: 'directive', documentation: summary }))
}

const directives = [
  ['arrowsmith-disable-next-line', 'Suppresses rules on the next line.'],
  ['arrowsmith-disable', 'Suppresses rules from here on.'],
  ['arrowsmith-enable', 'Turns suppressed rules on again.'],
] as const

/** The start of a comment: our directives, and the ids that figures can be stated for. */
export const commented: CompletionReader = cursor => {
  const typed = /^\s*%%\s*([\w.">-]*)$/.exec(cursor.before)?.[1]
  if (typed === undefined) return undefined
  const from = cursor.offset - typed.length
  const block = (target: string, detail: string): Offer => ({
    ...{ label: `${target}@{ }`, detail, kind: 'id', from, snippet: true },
    insert: `${asSnippet(target)}@{ $0 }`,
  })
  const { system } = cursor.diagram
  const arrows = system.connections.map(({ index, caller, callee }) =>
    block(arrowTarget(system.diagram, index), `${caller.text} → ${callee.text}`),
  )
  if (typed.includes('>')) return arrows
  return [
    ...arrows,
    ...drawnElsewhere(cursor).map(({ id, text }) => block(partTarget(id), text)),
    ...directives.map(([label, documentation]): Offer => ({ label, documentation, kind: 'directive' })),
    {
      label: 'arrowsmith:',
      documentation: 'Settings of this diagram: objectives, entries, defaults.',
      kind: 'directive',
      insert: 'arrowsmith: { $0 }',
      snippet: true,
    },
  ]
}
