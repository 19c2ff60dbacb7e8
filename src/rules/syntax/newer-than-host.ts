// Syntax that the Mermaid of the place where the diagram is shown does not know yet.

import { isBefore, knownHosts, type Version, versionOf, written } from '../queries/mermaid-versions'
import { type Novelty, noveltiesIn } from '../queries/newer-syntax'
import { defineRule, type Fix, type Report } from '../rule'

export const newerThanHost = defineRule({
  id: 'newer-than-host',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'The diagram uses syntax that the host draws only in a later version of Mermaid.',
  presets: {},
  everyDiagram: true,
  fixable: 'safe',
  options: {
    host: {
      default: '',
      description:
        'The version of Mermaid that draws the diagram, such as `11.4`, or a host: `github`, `gitlab`, `vscode`, `obsidian`, `docusaurus`.',
    },
  },

  *check({ diagram }, { host }) {
    if (host.trim() === '') return
    const has = versionOf(host)
    if (!has) yield { at: diagram.header, message: unknownHost(host) }
    else {
      const newer = noveltiesIn(diagram).filter(
        ({ since, wrongFrom }) => isBefore(has, since) && !(wrongFrom && isBefore(has, wrongFrom)),
      )
      const [first] = newer
      if (first?.at === diagram.header) yield judge({ first, fixes: [], others: [] }, has)
      else yield* each(newer, has)
    }
  },
})

/** One by one where a fix is at hand; else each kind of syntax once, at its first place. */
function* each(newer: readonly Novelty[], has: Version): Iterable<Report> {
  const kinds = new Map<string, Kind>()
  for (const [index, novelty] of newer.entries()) {
    const fixes = novelty.fixes?.() ?? []
    const kind = fixes.length > 0 ? `${index}` : `${written(novelty.since)} ${novelty.instead}`
    const known = kinds.get(kind)
    if (known) known.others.push(novelty)
    else kinds.set(kind, { first: novelty, fixes, others: [] })
  }
  for (const kind of kinds.values()) yield judge(kind, has)
}

interface Kind {
  readonly first: Novelty
  readonly fixes: readonly Fix[]
  readonly others: Novelty[]
}

const unknownHost = (host: string): string =>
  `Which Mermaid \`${host}\` draws with is not published. Set the option host to the version that a diagram with the single word \`info\` shows there, such as 11.4, or to ${knownHosts.join(', ')}.`

function judge({ first, fixes, others }: Kind, has: Version): Report {
  const { at, what, since, instead, otherwise } = first
  const effect = otherwise ? `which ${otherwise}` : 'which refuses the whole diagram'
  const way = fixes.length > 0 ? 'Write the metadata after %%' : instead
  return {
    at,
    message: `${what} needs Mermaid ${written(since)}, and the host has ${written(has)}, ${effect}. ${way}, or raise the version there.`,
    related: others.map(other => ({ at: other.at, message: `${other.what} too` })),
    fixes,
  }
}
