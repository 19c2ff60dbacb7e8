// When what is shown of a document: findings at once, figures when the author pauses, in slices that let typing through.

import type { Steps } from '../../knowledge'
import { type FigureStage, figureWork, hasFigures } from './figure-work'
import type { Snapshot } from './snapshot'

/** The time as an editor has it; nothing here knows one. */
export interface Clock {
  /** Milliseconds since whenever. */
  now(): number
  /** Acts later, after whatever waits by then; gives what calls it off. */
  after(milliseconds: number, act: () => void): () => void
}

/** What has just become known. */
export type Stage = 'findings' | FigureStage

export interface Audience<D> {
  readonly clock: Clock
  /** The analysis of a document as it is now; undefined where there is nothing to say about it. */
  snapshotOf(document: D): Snapshot | undefined
  /** Reads the text as it is now, so that its snapshot is at hand; where it is left out, that is made in one go. */
  reading?(document: D): Steps<void>
  show(document: D, stage: Stage): void
}

/** Milliseconds without a keystroke. */
export interface Pauses {
  readonly findings: number
  /** After the findings were shown. */
  readonly figures: number
}

export interface EditorReview<D> {
  /** A document is new or changed: everything about it starts over. */
  start(document: D, pauses: Pauses): void
  /** A document is gone. */
  stop(document: D): void
  /** The newest analysis whose figures are all known: what is shown until there are newer ones. */
  latest(document: D): Snapshot | undefined
  /** Works without a pause; resolves when a stage of the newest text is known, or the document is gone. */
  hurry(document: D, stage: FigureStage): Promise<void>
}

/** How long a slice may take, in milliseconds: shorter than a frame. */
const slice = 8

export function createReview<D>(audience: Audience<D>): EditorReview<D> {
  const reviewed = new Map<D, DocumentReview<D>>()
  const of = (document: D): DocumentReview<D> => {
    const review = reviewed.get(document) ?? new DocumentReview(document, audience)
    reviewed.set(document, review)
    return review
  }
  return {
    start: (document, pauses) => of(document).start(pauses),
    stop(document) {
      reviewed.get(document)?.stop()
      reviewed.delete(document)
    },
    latest: document => reviewed.get(document)?.latest,
    async hurry(document, stage) {
      const isRead = audience.reading?.(document).next().done ?? true
      const snapshot = isRead ? audience.snapshotOf(document) : undefined
      if (!isRead || (snapshot && !hasFigures(snapshot, stage))) await of(document).hurry(stage)
    },
  }
}

/** How far one document is. */
class DocumentReview<D> {
  latest: Snapshot | undefined
  readonly #document: D
  readonly #audience: Audience<D>
  #waiting: readonly { readonly stage: FigureStage; readonly resolve: () => void }[] = []
  #areFindingsShown = true
  #callOff = () => {}

  constructor(document: D, audience: Audience<D>) {
    this.#document = document
    this.#audience = audience
  }

  start(pauses: Pauses): void {
    this.#areFindingsShown = false
    this.#later(pauses.findings, () =>
      this.#read(() =>
        this.#later(this.#waiting.length > 0 ? 0 : pauses.figures, () => this.#reach('flows')),
      ),
    )
  }

  hurry(stage: FigureStage): Promise<void> {
    return new Promise(resolve => {
      this.#waiting = [...this.#waiting, { stage, resolve }]
      this.#later(0, () => this.#read(() => this.#reach('flows')))
    })
  }

  stop(): void {
    this.#callOff()
    this.#answer(['flows', 'shares'])
  }

  /** One thing at a time: what was to be done is called off. */
  #later(milliseconds: number, act: () => void): void {
    this.#callOff()
    this.#callOff = this.#audience.clock.after(milliseconds, () => {
      try {
        act()
      } catch (error) {
        // Who waits for figures is answered without them.
        this.#answer(['flows', 'shares'])
        throw error
      }
    })
  }

  /** Findings are shown as soon as the text is read. */
  #read(done: () => void): void {
    const show = () => {
      if (!this.#areFindingsShown) this.#audience.show(this.#document, 'findings')
      this.#areFindingsShown = true
      done()
    }
    const steps = this.#audience.reading?.(this.#document)
    if (steps) this.#work(steps, show)
    else show()
  }

  #reach(stage: FigureStage): void {
    const snapshot = this.#audience.snapshotOf(this.#document)
    if (!snapshot) {
      this.#answer(['flows', 'shares'])
      return
    }
    const isNews = !hasFigures(snapshot, stage)
    this.#work(figureWork(snapshot, stage), () => {
      if (stage === 'shares') this.latest = snapshot
      if (isNews) this.#audience.show(this.#document, stage)
      this.#answer([stage])
      if (stage === 'flows') this.#reach('shares')
    })
  }

  #work(steps: Iterator<unknown>, done: () => void): void {
    const { clock } = this.#audience
    const end = clock.now() + slice
    let over = false
    while (!over && clock.now() < end) over = isDone(steps)
    if (over) done()
    else this.#later(0, () => this.#work(steps, done))
  }

  #answer(known: readonly FigureStage[]): void {
    const answered = this.#waiting.filter(({ stage }) => known.includes(stage))
    this.#waiting = this.#waiting.filter(({ stage }) => !known.includes(stage))
    for (const { resolve } of answered) resolve()
  }
}

/** A fault in one figure must not end an editor's process: the stage is over, and what asks for it says what is wrong. */
function isDone(steps: Iterator<unknown>): boolean {
  try {
    return steps.next().done === true
  } catch {
    return true
  }
}
