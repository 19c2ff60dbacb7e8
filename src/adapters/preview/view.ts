// What the reader chose to see: which figure colors the arrows, and of which flow.

import type { PreviewModel, PreviewTarget } from '../../service/preview/messages'
import { t } from './translation'

export const modes = ['latency', 'availability', 'attempts', 'utilization', 'plain'] as const
export type ColorMode = (typeof modes)[number]

export interface View {
  readonly mode: ColorMode
  /** A flow's name; of the first flow if there is none of that name. */
  readonly flow: string
  /** Whether the panel is shown. */
  readonly panel: boolean
}

export type PreviewFlow = PreviewModel['flows'][number]
export type PreviewNode = PreviewModel['nodes'][number]
export type PreviewArrow = PreviewModel['arrows'][number]
export type PreviewFinding = PreviewModel['findings'][number]

export const modeNames: Readonly<Record<ColorMode, string>> = {
  latency: t('Latency'),
  availability: t('Availability'),
  attempts: t('Attempts'),
  utilization: t('Utilization'),
  plain: t('Plain'),
}

export const severityNames: Readonly<Record<PreviewFinding['severity'], string>> = {
  error: t('error'),
  warning: t('warning'),
  info: t('note'),
  hint: t('hint'),
}

/** What colors, and widths of arrows, stand for. */
export const modeMeanings: Readonly<Record<ColorMode, string>> = {
  latency: t('width = share of the p99'),
  availability: t('width = share of the unavailability'),
  attempts: t('width = attempts one request can cause'),
  utilization: t('color = share of the capacity in use'),
  plain: '',
}

/** Those that there is something to see in: nobody is told to be busy where no rate or capacity is known. */
export const modesOf = ({ flows }: PreviewModel): readonly ColorMode[] =>
  modes.filter(mode => mode !== 'utilization' || flows.some(({ load }) => load !== undefined))

/** The flow on view; none in a picture that is no architecture. */
export const flowOf = (picture: PreviewModel, view: View): PreviewFlow | undefined =>
  picture.flows.find(flow => flow.name === view.flow) ??
  picture.flows.find(flow => !flow.background) ??
  picture.flows[0]

/** A component as the diagram calls it; the id where it is none. */
export const nameOfNode = (picture: PreviewModel): ((id: string) => string) => {
  const names = new Map(picture.nodes.map(node => [node.id, node.text]))
  return id => names.get(id) ?? id
}

/** A part of the diagram in words: a component or a group by its text, a call by its ends. */
export const nameOfTarget = (picture: PreviewModel, target: PreviewTarget): string => {
  const nameOf = nameOfNode(picture)
  if (target.kind === 'diagram') return picture.title
  if (target.kind === 'node')
    return picture.groups.find(({ id }) => id === target.id)?.text ?? nameOf(target.id)
  const arrow = picture.arrows.find(({ index }) => index === target.index)
  return arrow ? `${nameOf(arrow.from)} → ${nameOf(arrow.to)}` : ''
}
