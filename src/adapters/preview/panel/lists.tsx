// The panel's plain lists: the most valuable improvements, what is assumed, and findings that the drawing has no place for.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import type { Send } from '../host'
import { t } from '../translation'
import { nameOfNode, type PreviewFlow } from '../view'
import { FindingArticle } from './finding'
import { Abridged, Link, Prose, type Reveal } from './section'

/** Improvements with what they gain; pressing one reveals what to change. */
export const Improvements = ({ flow, reveal }: { flow: PreviewFlow; reveal: Reveal }) => (
  <>
    {flow.improvements.map(({ text, gain, target }) => (
      <div key={text} class="row">
        <button type="button" class="plain" onClick={() => reveal(target)}>
          {text}
        </button>
        <span class="gain">{gain}</span>
      </div>
    ))}
  </>
)

type Assumed = PreviewFlow['assumed'][number]

/** What is assumed alike of several is one line. */
interface Assumption {
  readonly words: string
  readonly source: string
  readonly owners: readonly {
    readonly at: string
    readonly keys: readonly string[]
    readonly statable: boolean
  }[]
}

export interface AssumptionsProps {
  readonly picture: PreviewModel
  readonly flow: PreviewFlow
  readonly send: Send
}

/** Figures that nobody stated, with their source and the way to state them. */
export const AssumedFigures = ({ picture, flow, send }: AssumptionsProps) => {
  const nameOf = nameOfNode(picture)
  const ownerName = (at: string) => at.split('->').map(nameOf).join(' → ')
  const stating = ({ at, keys }: Assumption['owners'][number]) => (
    <Link
      act={() => send({ type: 'state', at, keys: [...keys] })}
      label={t('State {0} of {1}', keys.join(', '), at)}
    >
      {t('State it')}
    </Link>
  )
  const rows = assumptionsOf(flow.assumed).map(({ words, source, owners }) => {
    const [first] = owners
    const says = (
      <>
        {words}
        <span class="quiet" lang="en">
          {' · '}
          <Prose text={source} />
        </span>
      </>
    )
    if (owners.length === 1 && first)
      return (
        <div key={`${first.at} ${words}`} class="row">
          <span>
            {ownerName(first.at)}: {says}
          </span>
          {first.statable && stating(first)}
        </div>
      )
    return (
      <details key={`${words} ${source}`} class="row several">
        <summary>
          {owners.length === 2
            ? owners.map(({ at }) => ownerName(at)).join(', ')
            : t('{0} places', owners.length)}
          : {says}
        </summary>
        {owners.map(owner => (
          <div key={owner.at} class="row">
            <span>{ownerName(owner.at)}</span>
            {owner.statable && stating(owner)}
          </div>
        ))}
      </details>
    )
  })
  return <Abridged rows={rows} limit={8} />
}

const assumptionsOf = (assumed: readonly Assumed[]): readonly Assumption[] => {
  const byOwner = grouped(assumed, ({ at, source, statable }) => `${at} ${source} ${statable}`)
  const alike = byOwner.map(figures => ({
    words: figures.map(({ key, value }) => `${key} ${value}`).join(', '),
    source: figures[0]?.source ?? '',
    owner: {
      at: figures[0]?.at ?? '',
      keys: figures.map(({ key }) => key),
      statable: figures[0]?.statable ?? false,
    },
  }))
  return grouped(alike, ({ words, source }) => `${words} ${source}`).map(group => ({
    words: group[0]?.words ?? '',
    source: group[0]?.source ?? '',
    owners: group.map(({ owner }) => owner),
  }))
}

const grouped = <T,>(things: readonly T[], keyOfThing: (thing: T) => string): readonly T[][] => {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOfThing(thing))
    if (group) group.push(thing)
    else groups.set(keyOfThing(thing), [thing])
  }
  return [...groups.values()]
}

export interface FindingsProps {
  readonly picture: PreviewModel
  readonly pinned: (target: PreviewTarget) => boolean
  readonly send: Send
}

/** Findings about the whole diagram, or about parts that could not be found in the drawing. */
export const LooseFindings = ({ picture, pinned, send }: FindingsProps) => (
  <>
    {picture.findings.map((finding, index) =>
      pinned(finding.target) ? undefined : (
        <FindingArticle key={`${finding.rule} ${finding.line}`} finding={finding} index={index} send={send} />
      ),
    )}
  </>
)
