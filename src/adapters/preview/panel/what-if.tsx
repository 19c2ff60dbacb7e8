// Changes to try, one figure after the other, live: what is down, slower, retried or asked more often.

import { useState } from 'preact/hooks'
import type { Change, PreviewModel } from '../../../service/preview/messages'
import { plural } from '../../../text/translation'
import type { Draft, TriedFigure } from '../draft'
import { availability, durationText } from '../format'
import type { Send } from '../host'
import { keyOf } from '../target'
import { t } from '../translation'
import { nameOfNode, type PreviewArrow, type PreviewFlow, type PreviewNode } from '../view'
import { type Scale, Slider, Toggle } from './controls'
import { ScenarioList, type Scenarios } from './scenarios'
import { Link } from './section'

export interface WhatIfProps {
  readonly picture: PreviewModel
  readonly flow: PreviewFlow
  readonly draft: Draft
  readonly send: Send
  readonly scenarios: Scenarios
}

/** One component's figures at a time; places that can be lost; what is changed so far. */
export const WhatIf = ({ picture, flow, draft, send, scenarios }: WhatIfProps) => {
  const nodes = byWeight(picture.nodes, flow)
  const [chosen, choose] = useState('')
  const node = nodes.find(({ id }) => id === chosen) ?? nodes[0]
  if (!node) return <p class="quiet">{t('No component of this flow has figures.')}</p>
  return (
    <>
      <label class="row chooser">
        <span>{t('Change')}</span>
        <select data-focus="what-if" onChange={event => choose(event.currentTarget.value)}>
          {nodes.map(({ id, text }) => (
            <option key={id} value={id} selected={id === node.id}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <Knobs node={node} picture={picture} draft={draft} />
      <Losses picture={picture} draft={draft} />
      <Changes picture={picture} draft={draft} send={send} />
      <ScenarioList picture={picture} draft={draft} scenarios={scenarios} />
    </>
  )
}

type KnobsProps = Pick<WhatIfProps, 'picture' | 'draft'>

const Knobs = ({ node, picture, draft }: KnobsProps & { node: PreviewNode }) => {
  const knob = (figure: TriedFigure, stated: number | undefined, scale: Scale) => {
    const value = draft.valueOf(figure)
    const times = scale.times ?? 1
    const was = valueBefore(picture, figure)
    const before = was === undefined ? stated : Number.parseFloat(was)
    const written = before === undefined ? undefined : before * times
    return (
      <Slider
        key={`${figure.key} ${figure.target}`}
        name={`${figure.key} ${figure.target}`}
        scale={scale}
        written={written}
        value={value === undefined ? written : Number.parseFloat(value) * times}
        changed={value !== undefined}
        change={amount => draft.set(figure, amount === undefined ? undefined : scale.write(amount))}
      />
    )
  }
  const of = (key: Change['key']): TriedFigure => ({ target: node.id, key })
  const calls = picture.arrows.filter(arrow => arrow.to === node.id && arrow.network && arrow.role === 'call')
  return (
    <div class="knobs">
      <Toggle
        what={node.text}
        name={`component ${node.id}`}
        on={draft.valueOf(of('component')) !== undefined}
        change={on => draft.set(of('component'), on ? 'down' : undefined)}
      />
      {knob(of('p99'), node.p99 ?? undefined, milliseconds(t('own p99')))}
      {knob(of('availability'), node.availability, share(t('availability'), 90))}
      {node.replicas !== undefined && knob(of('replicas'), node.replicas, whole(t('replicas'), 1, 12))}
      {node.hitRatio !== undefined && knob(of('hitRatio'), node.hitRatio, share(t('hit ratio'), 0))}
      {calls.map(arrow => callKnobs(arrow, picture, knob))}
      {node.rate !== undefined && knob(of('rate'), node.rate, perSecond(node.rate))}
    </div>
  )
}

const callKnobs = (
  { index, from, timeout, retries }: PreviewArrow,
  picture: PreviewModel,
  knob: (figure: TriedFigure, written: number | undefined, scale: Scale) => preact.JSX.Element,
) => {
  const caller = nameOfNode(picture)(from)
  const of = (key: Change['key']): TriedFigure => ({ target: String(index), key })
  return [
    knob(of('timeout'), timeout, milliseconds(t('timeout of {0}', caller))),
    knob(of('retries'), retries, whole(t('retries of {0}', caller), 0, 6)),
  ]
}

const milliseconds = (name: string): Scale => ({
  name,
  unit: 'ms',
  low: 0.1,
  high: 30_000,
  logarithmic: true,
  show: amount => durationText(amount),
  write: amount => String(Number(amount.toPrecision(3))),
})

/** In percent, as one types it; changes have fractions. */
const share = (name: string, low: number): Scale => ({
  name,
  unit: '%',
  low,
  high: 100,
  logarithmic: false,
  times: 100,
  show: percentage => availability(percentage / 100),
  write: percentage => String(Number((percentage / 100).toPrecision(9))),
})

const whole = (name: string, low: number, high: number): Scale => ({
  name,
  unit: '',
  low,
  high,
  whole: true,
  logarithmic: false,
  show: String,
  write: amount => String(Math.round(amount)),
})

const perSecond = (written: number): Scale => ({
  name: t('requests a second'),
  unit: '/s',
  low: written / 20,
  high: written * 20,
  logarithmic: true,
  show: amount => `${Number(amount.toPrecision(3))}/s`,
  write: amount => `${Number(amount.toPrecision(3))}/s`,
})

/** Regions, zones and groups, each as a whole. */
const Losses = ({ picture, draft }: KnobsProps) => {
  const regions = [...new Set(picture.nodes.flatMap(({ region }) => region ?? []))]
  const zones = [...new Set(picture.nodes.flatMap(each => each.zones ?? []))]
  const groups = picture.groups.filter(({ id }) => picture.nodes.some(node => node.groups.includes(id)))
  const places = [
    ...regions.map(region => ({ figure: { target: region, key: 'region' } as const, name: region })),
    ...zones.map(zone => ({ figure: { target: zone, key: 'zone' } as const, name: zone })),
    ...groups.map(({ id, text }) => ({ figure: { target: id, key: 'group' } as const, name: text })),
  ]
  if (places.length === 0) return undefined
  return (
    <div class="losses">
      {places.map(({ figure, name }) => (
        <Toggle
          key={`${figure.key} ${figure.target}`}
          what={name}
          name={`${figure.key} ${figure.target}`}
          on={draft.valueOf(figure) !== undefined}
          change={on => draft.set(figure, on ? 'down' : undefined)}
        />
      ))}
    </div>
  )
}

/** Each can be taken back by itself. */
const Changes = ({ picture, draft, send }: Omit<WhatIfProps, 'flow' | 'scenarios'>) => {
  const changes = draft.changes()
  const writable = changes.some(({ value }) => value !== 'down')
  return (
    <div class="changes" role="status">
      {changes.map(change => (
        <div key={`${change.key} ${change.target}`} class="row">
          <span>{describeChange(change, picture)}</span>
          <Link
            act={() => draft.set(change, undefined)}
            label={t('Undo: {0}', describeChange(change, picture))}
          >
            {t('Undo')}
          </Link>
        </div>
      ))}
      <div class="row actions">
        <span class="quiet">
          {changes.length === 0
            ? t('Nothing is changed')
            : plural(t, changes.length, ['1 change', '{0} changes'])}
        </span>
        <span class="links">
          {writable && (
            <Link act={() => send({ type: 'apply' })} label={t('Write the changed figures into the text')}>
              {t('Apply to the text')}
            </Link>
          )}
          {changes.length > 0 && <Link act={() => draft.replace([])}>{t('Reset')}</Link>}
        </span>
      </div>
    </div>
  )
}

/** What the figure of a change is without it, where the picture shows the change already. */
const valueBefore = (picture: PreviewModel, { target, key }: TriedFigure): string | undefined =>
  picture.changes.find(change => change.target === target && change.key === key)?.was

export const describeChange = (change: Change, picture: PreviewModel): string => {
  const { target, key, value } = change
  const was = valueBefore(picture, change)
  const figure = (words: (value: number) => string): string => {
    const [before, after] = [was === undefined ? undefined : words(Number(was)), words(Number(value))]
    return before === undefined || before === after ? after : `${before} → ${after}`
  }
  const nameOf = nameOfNode(picture)
  const arrow = picture.arrows.find(({ index }) => String(index) === target)
  const call = arrow ? `${nameOf(arrow.from)} → ${nameOf(arrow.to)}` : target
  switch (key) {
    case 'component':
      return t('{0} is down', nameOf(target))
    case 'group':
      return t('{0} is down', picture.groups.find(({ id }) => id === target)?.text ?? target)
    case 'region':
    case 'zone':
      return t('{0} is down', target)
    case 'p99':
      return t('{0}: own p99 {1}', nameOf(target), figure(durationText))
    case 'availability':
      return t('{0}: {1} up', nameOf(target), figure(availability))
    case 'hitRatio':
      return t('{0}: hit ratio {1}', nameOf(target), figure(availability))
    case 'replicas':
      return `${nameOf(target)}: ${figure(count => plural(t, count, ['1 replica', '{0} replicas']))}`
    case 'rate':
      return `${nameOf(target)}: ${was === undefined || was === value ? value : `${was} → ${value}`}`
    case 'timeout':
      return t('{0}: timeout {1}', call, figure(durationText))
    case 'retries':
      return `${call}: ${figure(count => plural(t, count, ['1 retry', '{0} retries']))}`
  }
}

/** The components of the flow, the largest share of anything first. */
const byWeight = (nodes: readonly PreviewNode[], flow: PreviewFlow): readonly PreviewNode[] => {
  const weights = new Map(
    flow.shares.map(each => [keyOf(each.target), Math.max(each.latency, each.unavailability)]),
  )
  const weight = (node: PreviewNode) =>
    weights.get(keyOf({ kind: 'node', id: node.id })) ?? (node.id === flow.from ? 0 : undefined)
  return nodes
    .filter(node => weight(node) !== undefined)
    .sort((one, other) => (weight(other) ?? 0) - (weight(one) ?? 0))
}
