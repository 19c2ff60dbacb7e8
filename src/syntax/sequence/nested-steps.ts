// The steps of a sequence, each in the fragment that is open where it stands.

import type { Span } from '../../text/span'
import type { FragmentKind, Step } from '../tree'

/** A section before its steps are known. */
export interface SectionHeader {
  readonly label: string
  readonly header: Span
}

interface OpenSection extends SectionHeader {
  readonly steps: Step[]
}

interface OpenFragment extends FragmentHeader {
  readonly sections: OpenSection[]
  /** Nested too deep: its steps stand in the fragment around it. */
  readonly dissolved: boolean
}

export interface FragmentHeader {
  readonly fragment: FragmentKind
  readonly overlapping: boolean
  readonly start: number
}

/**
 * Everything that follows fragments does so recursively, so none lie deeper. It is more than anybody draws, and
 * more than is understood: whoever reads the diagram sees that it is too deep.
 */
const deepest = 200

export class NestedSteps {
  readonly all: Step[] = []
  private readonly open: OpenFragment[] = []

  add(step: Step): void {
    this.innermost().push(step)
  }

  openFragment({ fragment, overlapping, start }: FragmentHeader, section: SectionHeader): void {
    const dissolved = this.open.length >= deepest
    const sections = [{ ...section, steps: dissolved ? this.innermost() : [] }]
    this.open.push({ fragment, overlapping, start, sections, dissolved })
  }

  openSection(section: SectionHeader): void {
    const around = this.open.at(-1)
    if (around && !around.dissolved) around.sections.push({ ...section, steps: [] })
  }

  /** `spanFrom` gives the stretch of a fragment from where it starts. */
  closeFragment(spanFrom: (start: number) => Span): void {
    const closed = this.open.pop()
    if (!closed || closed.dissolved) return
    const { fragment, overlapping, start, sections } = closed
    const span = spanFrom(start)
    this.add({ kind: 'fragment', fragment, ...(overlapping && { overlapping }), sections, span })
  }

  private innermost(): Step[] {
    return this.open.at(-1)?.sections.at(-1)?.steps ?? this.all
  }
}
