// Syntax that the Mermaid of the place where the diagram is shown does not know yet.

import { isBefore, knownHosts, type Version, versionOf, written } from './mermaidVersions'
import { type Novelty, noveltiesIn } from './newerSyntax'
import { defineRule, type Judgement } from './rule'

export const newerThanHost = defineRule({
  id: 'newer-than-host',
  category: 'syntax',
  summary: 'The diagram uses syntax that the host draws only in a later version of Mermaid.',
  presets: {},
  everyDiagram: true,
  fixable: 'safe',
  options: {
    host: {
      default: '',
      description: 'The version of Mermaid that draws the diagram, such as `11.4`, or the host `vscode`.',
    },
  },

  *check({ diagram }, { host }) {
    if (host.trim() === '') return
    const has = versionOf(host)
    if (!has) yield { at: diagram.header, message: unknownHost(host) }
    else {
      const newer = noveltiesIn(diagram).filter(({ since }) => isBefore(has, since))
      const [first] = newer
      if (first?.at === diagram.header) yield judge(first, { has, others: [] })
      else yield* each(newer, has)
    }
  },
})

/** One by one where a fix is at hand; else each kind of syntax once, at its first place. */
function* each(newer: readonly Novelty[], has: Version): Iterable<Judgement> {
  const kinds = new Map<string, Novelty[]>()
  for (const [index, novelty] of newer.entries()) {
    const kind = novelty.fixes?.length ? `${index}` : `${written(novelty.since)} ${novelty.instead}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), novelty])
  }
  for (const [first, ...others] of kinds.values()) if (first) yield judge(first, { has, others })
}

const unknownHost = (host: string): string =>
  `Which Mermaid \`${host}\` draws with is not published. Set the option host to the version that a diagram with the single word \`info\` shows there, such as 11.4, or to ${knownHosts.join(', ')}.`

function judge(
  { at, what, since, instead, otherwise, fixes }: Novelty,
  { has, others }: { readonly has: Version; readonly others: readonly Novelty[] },
): Judgement {
  const effect = otherwise ? `which ${otherwise}` : 'which refuses the whole diagram'
  const way = fixes?.length ? 'Write the metadata behind %%' : instead
  return {
    at,
    message: `${what} needs Mermaid ${written(since)}, and the host has ${written(has)}, ${effect}. ${way}, or raise the version there.`,
    related: others.map(other => ({ at: other.at, message: `${other.what} too` })),
    ...(fixes && { fixes }),
  }
}
