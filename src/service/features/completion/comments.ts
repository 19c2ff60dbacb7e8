// In comments: suppressions, and the targets that figures can be stated for.

import { arrowTarget, partTarget } from '../../../model/annotations/metadata/target-names'
import { rules } from '../../../rules'
import { drawnElsewhere } from './cursor'
import { type CompletionReader, escaped, type Offer } from './offer'

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
  if (!/^\s*%%\s*[\w."-]*$/.test(cursor.before)) return undefined
  const block = (target: string, detail: string): Offer => ({
    label: `${target}@{ }`,
    detail,
    kind: 'id',
    insert: `${escaped(target)}@{ $0 }`,
    snippet: true,
  })
  const { system } = cursor.diagram
  return [
    ...system.connections.map(({ index, caller, callee }) =>
      block(arrowTarget(system.diagram, index), `${caller.text} → ${callee.text}`),
    ),
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
