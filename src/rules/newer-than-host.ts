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
      if (first?.at === diagram.header) yield judge(first, has)
      else for (const novelty of newer) yield judge(novelty, has)
    }
  },
})

const unknownHost = (host: string): string =>
  `Which Mermaid \`${host}\` draws with is not published. Set the option host to the version that a diagram with the single word \`info\` shows there, such as 11.4, or to ${knownHosts.join(', ')}.`

function judge({ at, what, since, instead, otherwise, fixes }: Novelty, has: Version): Judgement {
  const effect = otherwise ? `which ${otherwise}` : 'which refuses the whole diagram'
  const way = fixes?.length ? 'Write the metadata behind %%' : instead
  return {
    at,
    message: `${what} needs Mermaid ${written(since)}, and the host has ${written(has)}, ${effect}. ${way}, or raise the version there.`,
    ...(fixes && { fixes }),
  }
}
