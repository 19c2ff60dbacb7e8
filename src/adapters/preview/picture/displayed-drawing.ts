// The drawing on show: Mermaid's, with the overlay of the picture that it belongs to.

import type { PreviewModel } from '../../../service/preview/messages'
import { type Breaths, createBreaths } from '../breaths'
import { type Drawing, draw } from '../drawing/drawing'
import { type DrawingLayout, surveyDrawing } from '../overlay/layout'
import { createOverlay, type Overlay, type OverlayParts } from '../overlay/overlay'
import { type Theme, themeKey } from '../theme/theme'
import type { View } from '../view'
import { appendInBits } from './bits'
import { drawnPicture } from './drawn-picture'
import { removeTitle } from './title'

/** What was asked for. */
export interface Job {
  readonly picture: PreviewModel
  readonly theme: Theme
  /** As chosen when the drawing is there, not when it was asked for. */
  view: View
}

/** The last drawing that worked, and what it is of. */
export interface Shown {
  readonly svg: SVGSVGElement
  readonly layout: DrawingLayout
  readonly overlay: Overlay
  readonly picture: PreviewModel
  /** With collapsed groups as components. */
  readonly drawn: PreviewModel
  readonly theme: Theme
}

/** A diagram that has no node left of the one before is another: one above it may be gone, or new. */
export const isSameDiagram = (one: PreviewModel | undefined, other: PreviewModel) =>
  one?.document === other.document &&
  one.diagram === other.diagram &&
  one.nodes.some(({ id }) => other.nodes.some(node => node.id === id))

/**
 * Only another text or another theme needs another drawing. One that takes long waits for a pause as long as the
 * last one took. Undefined for one that is not wanted any more when its turn comes.
 */
export const drawingFor = async (
  { picture, theme }: Job,
  shown: Shown | undefined,
  isWanted: () => boolean,
): Promise<Drawing | undefined> => {
  const stays = shown?.picture.text === picture.text && themeKey(shown.theme) === themeKey(theme)
  if (stays) return { svg: shown.svg }
  if (shown && lastTook > long)
    await new Promise(resolve => setTimeout(resolve, Math.min(longestPause, lastTook)))
  if (!isWanted()) return undefined
  const start = performance.now()
  const drawing = await draw(picture.text, theme)
  lastTook = performance.now() - start
  return isWanted() ? drawing : undefined
}

/** Milliseconds: a drawing that takes so long is worth waiting for the end of typing. */
const long = 300
const longestPause = 3000
let lastTook = 0

/** What the parts of a drawing do; of a picture, and of what is drawn of it. */
export type AnswersOf = (
  picture: PreviewModel,
  drawn: PreviewModel,
) => Pick<OverlayParts, 'reveal' | 'hoverCard' | 'openFindings' | 'openMenu' | 'toggleDown' | 'toggleGroup'>

/** Puts the overlay of a picture over its drawing; where that stays, its parts are known from before. */
export const layOver = async (
  svg: SVGSVGElement,
  before: Shown | undefined,
  { job: { picture, theme }, answersOf, breaths }: { job: Job; answersOf: AnswersOf; breaths: Breaths },
): Promise<Shown> => {
  const known = before?.svg === svg ? before.layout : undefined
  if (!known) removeTitle(svg, picture.title)
  const drawn = drawnPicture(picture)
  const layout = known ?? (await surveyDrawing(svg, drawn, breaths))
  const overlay = createOverlay({
    svg,
    layout,
    picture: drawn,
    groups: picture.groups,
    theme,
    ...answersOf(picture, drawn),
  })
  return { svg, layout, overlay, picture, drawn, theme }
}

interface Preparation {
  readonly job: Job
  readonly answersOf: AnswersOf
  readonly stage: HTMLElement
  /** At which it is likely to be looked at, if that is known. */
  readonly scale: number | undefined
}

/** Lays the overlay over a drawing, in tasks that let keystrokes through; one that is not on show stays unseen until it is. */
export const prepared = async (
  svg: SVGSVGElement,
  before: Shown | undefined,
  { job, answersOf, stage, scale }: Preparation,
): Promise<Shown> => {
  const breaths = createBreaths()
  const isNew = svg !== before?.svg
  // After it was parsed, or after the figures beside it were shown.
  await breaths.rest()
  if (isNew) {
    svg.classList.add('coming')
    await appendInBits(stage, svg, breaths)
  }
  const next = await layOver(svg, before, { job, answersOf, breaths })
  await breaths.breathe()
  if (!isNew) return next
  next.overlay.show(job.view)
  await breaths.rest()
  if (scale !== undefined) next.overlay.rescale(scale)
  await breaths.rest()
  return next
}
