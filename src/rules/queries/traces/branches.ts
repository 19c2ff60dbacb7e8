// What a trace shows one after another, and which of it happens in one run.

import { rememberedFor } from '../../../model/remembered-for'
import type { Diagram, FragmentKind, Section, Step } from '../../../syntax/tree'
import type { Span } from '../../../text/span'

type Fragment = Extract<Step, { kind: 'fragment' }>

/** One way out of several, or something that happens only at times. Its arrows, branches inside included, stand in a row. */
export interface Branch {
  readonly fragment: Fragment
  readonly section: Section
  /** The branch around it. */
  readonly parent?: Branch
  /** The first arrow that its fragment draws, in whichever branch. */
  readonly opening: number
  readonly first: number
  /** Less than `first` where it draws none. */
  readonly last: number
}

export interface Note {
  readonly over: readonly string[]
  readonly text: string
  readonly span: Span
  /** Among the arrows: half a step behind the one before it. */
  readonly index: number
}

interface Course {
  /** The innermost branch around each arrow. */
  readonly around: readonly (Branch | undefined)[]
  readonly notes: readonly Note[]
  /** All there are, each before those inside it. */
  readonly branches: readonly Branch[]
}

interface Growing extends Branch {
  opening: number
  first: number
  last: number
}

const courseOf = rememberedFor((diagram: Diagram): Course => {
  const around: (Branch | undefined)[] = []
  const notes: Note[] = []
  const branches: Growing[] = []
  const waiting: { readonly steps: readonly Step[]; readonly branch?: Growing; at: number }[] = []
  let last = -1
  waiting.push({ steps: diagram.steps, at: 0 })
  for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
    const { branch: parent } = top
    if (parent && top.at === 0) parent.first = last + 1
    const step = top.steps[top.at++]
    if (!step) {
      if (parent) parent.last = last
      waiting.pop()
    } else if (step.kind === 'message') {
      last = step.arrow
      around[last] = parent
    } else if (step.kind === 'note') {
      notes.push({ over: step.over, text: step.text, span: step.span, index: last + 0.5 })
    } else if (step.kind === 'fragment') {
      const opening = last + 1
      const own = step.sections.map(
        (section): Growing => ({
          fragment: step,
          section,
          opening,
          first: opening,
          last: -1,
          ...(parent && { parent }),
        }),
      )
      branches.push(...own)
      for (const branch of own.toReversed()) waiting.push({ steps: branch.section.steps, branch, at: 0 })
    }
  }
  return { around, notes, branches }
})

export const notesIn = (diagram: Diagram): readonly Note[] => courseOf(diagram).notes

export const branchesIn = (diagram: Diagram): readonly Branch[] => courseOf(diagram).branches

/** The innermost branch that an arrow stands in. */
export const branchAround = (diagram: Diagram, arrow: number): Branch | undefined =>
  courseOf(diagram).around[arrow]

/** A branch and all around it, the innermost first. */
export function withParents(branch: Branch | undefined): readonly Branch[] {
  const line: Branch[] = []
  for (let at = branch; at; at = at.parent) line.push(at)
  return line
}

export const branchesAround = (diagram: Diagram, arrow: number): readonly Branch[] =>
  withParents(branchAround(diagram, arrow))

/** Whether one run may do both: they don't stand in two branches of which only one is taken. */
export function happenTogether(one: Branch | undefined, other: Branch | undefined): boolean {
  const taken = new Map<Fragment, Section>()
  for (let branch = one; branch; branch = branch.parent)
    if (alternatives.has(branch.fragment.fragment)) taken.set(branch.fragment, branch.section)
  for (let branch = other; branch; branch = branch.parent)
    if ((taken.get(branch.fragment) ?? branch.section) !== branch.section) return false
  return true
}

const alternatives: ReadonlySet<FragmentKind> = new Set(['alt', 'critical'])

/** Whether something later in the picture may happen after this in one run. */
export const mayFollow = (diagram: Diagram, first: number, later: number): boolean =>
  first < later && happenTogether(branchAround(diagram, first), branchAround(diagram, later))

/** Whether something drawn stands between a branch's title and its end. */
export const standsIn = ({ start }: Span, { section }: Branch): boolean =>
  start > section.header.start && start < (section.steps.at(-1)?.span.end ?? 0)

/** `Note over A, B: Error handling` between two places of the text: what stands behind it is another scenario. */
export const isAnotherScenario = (diagram: Diagram, before: Span, behind: Span): boolean =>
  notesIn(diagram).some(
    ({ over, text, span }) =>
      over.length > 1 && span.start >= before.end && span.start < behind.start && isHeading(text),
  )

/** A few words that name a case, not a step. */
const isHeading = (text: string): boolean =>
  (caseName.test(text) || later.test(text)) && text.trim().split(/\s+/).length <= mostWords

const mostWords = 7

const later =
  /^\W*(?:later|afterwards|meanwhile|at night|next (?:day|morning|week|month)|(?:\d+|some|a few|several) (?:minutes|hours|days|weeks) later)\b/i

const caseName =
  /\b(?:(?:error|exception|failure|timeout|fault|retry)[- ](?:handling|flow|path|case|scenario|recovery)|(?:alternat\w+|happy|sad|unhappy|success|failure) (?:flow|path|case|scenario)s?|(?:a?synchronous|async|background) (?:process\w*|work\w*|jobs?|tasks?|part)|scenario|use ?case|case \w|flow \w|variant|data access)\b|(?:\bflow|workflow|scenario|process)\W*$|fehler(?:fall|behandlung)|manejo de (?:errores|excepciones)|tratamento de (?:erros|exceções)|gestion (?:des |d['’])(?:erreurs|exceptions)|gestione (?:degli )?(?:errori|eccezioni)|xử lý lỗi|hata yönetimi|(?:flujo|fluxo|escenario|cenário) (?:de|altern)|异常|错误处理|场景|流程|エラー処理|異常系|正常系|シナリオ|오류 ?처리|예외|시나리오|сценари|обработк\S+ ошиб/i
