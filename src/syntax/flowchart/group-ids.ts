// Ids of groups where a box, or the group itself, can't stand: Mermaid draws something else, or in earlier versions nothing.

import { type Span, span } from '../../text/span'
import type { Group, Problem } from '../tree'
import type { Stretch } from '../written-text'
import { type Action, type NodeWritten, type QuotableText, type Statement, trimmed } from './statements'

const kind = 'ambiguous-group'
/** Tried in browsers, like the rows of docs/hosts.md. */
const refusal = 'Mermaid up to 12.0, as on GitHub and in VS Code, refuses the diagram'

export function groupProblems(
  statements: readonly Statement[],
  groups: readonly Group[],
  spanOf: (stretch: Stretch) => Span,
): readonly Problem[] {
  if (groups.length === 0) return []
  const actions = statements.flatMap(statement => statement.actions)
  const finder = new Finder(actions, spanOf)
  for (const action of actions) finder.look(action)
  return [...finder.problems, ...circlesAmong(groups, finder.reported)]
}

/** Groups of that id, unless it is a title of several words. */
const idOf = ({ id }: Header): QuotableText | undefined => {
  const written = id && trimmed(id)
  return written && !/\s/.test(written.text) ? written : undefined
}

type Header = Extract<Action, { kind: 'group' }>

class Finder {
  readonly problems: Problem[] = []
  /** Ids that something was said about. */
  readonly reported = new Set<string>()
  /** The first header of each id. */
  private readonly headers: ReadonlyMap<string, Header>
  private readonly nodeIds: ReadonlySet<string>
  /** Ids that arrows lead from or to. */
  private readonly joined: ReadonlySet<string>
  /** The groups around a place, with how often each is open. */
  private readonly stack: (string | undefined)[] = []
  private readonly open = new Map<string, number>()
  /** What each group stood in at first. */
  private readonly parents = new Map<string, string | undefined>()

  constructor(
    actions: readonly Action[],
    private readonly spanOf: (stretch: Stretch) => Span,
  ) {
    const headers = actions.filter(action => action.kind === 'group').toReversed()
    this.headers = new Map(headers.flatMap(action => (idOf(action) ? [[idOf(action)!.text, action]] : [])))
    this.joined = new Set(
      actions.flatMap(action =>
        action.kind === 'link' ? [...action.from, ...action.to].map(({ id }) => id.text) : [],
      ),
    )
    this.nodeIds = new Set(actions.flatMap(action => (action.kind === 'node' ? action.node.id.text : [])))
  }

  look(action: Action): void {
    if (action.kind === 'node') this.lookAtNode(action.node)
    else if (action.kind === 'end of group') this.leave()
    else if (action.kind === 'group') this.enter(idOf(action), action.title)
  }

  private enter(id: QuotableText | undefined, title: QuotableText): void {
    if (id) this.lookForTwin(id, title)
    if (id && this.isAround(id.text))
      this.report(
        id,
        `A group can't contain itself: Mermaid makes one group of both \`${id.text}\`, and ${refusal}. Give the inner one an id of its own`,
      )
    this.stack.push(id?.text)
    if (id) this.open.set(id.text, (this.open.get(id.text) ?? 0) + 1)
  }

  /** `subgraph Workers` in two regions: a title that is its own id makes one frame of both. */
  private lookForTwin(id: QuotableText, title: QuotableText): void {
    const around = this.stack.findLast(each => each !== undefined)
    const first = this.parents.get(id.text)
    if (!this.parents.has(id.text)) this.parents.set(id.text, around)
    else if (around && first && first !== around && !this.isAround(id.text)) {
      const free = this.freeId(id.text, around)
      const text = title.start === id.start ? `${free}[${title.text}]` : free
      const message = `Another group further up is \`${id.text}\` too: Mermaid draws one frame for both, and the boxes of the two stand in it together. Give this one an id of its own: \`${text}\``
      this.report(id, message, { title: `Write \`${text}\``, at: id, text })
    }
  }

  private leave(): void {
    const id = this.stack.pop()
    if (id !== undefined) this.open.set(id, (this.open.get(id) ?? 1) - 1)
  }

  private isAround(id: string): boolean {
    return (this.open.get(id) ?? 0) > 0
  }

  private lookAtNode({ id, label, end: nodeEnd }: NodeWritten): void {
    const { text } = id
    const header = this.headers.get(text)
    if (!header) return
    const isInside = this.isAround(text)
    const isGroup = label !== undefined && isSameTitle(label.text, header.title.text)
    if (label && !isInside && !isGroup && header.id === header.title) this.lookAtTitle(id, label, header)
    else if (label && !isInside && !isGroup && beginsWith(label.text, header.title.text))
      this.lookAtMore(id, label, header)
    else if (label && !isGroup) {
      const refused = isInside ? `, and ${refusal}` : ''
      const free = this.freeId(text, 'box')
      const call = { title: `Call the box \`${free}\``, at: id, text: free }
      const said = `\`${text}\` is a group, so no box \`${label.text.trim()}\` is drawn`
      if (isInside || !this.joined.has(text))
        this.report(id, `${said}${refused}. Give the box an id of its own, such as \`${free}\``, call)
      else
        this.report(
          id,
          `${said}: its arrows lead to the group's frame. If that is meant, write \`${text}\` alone here; if not, give the box an id of its own, such as \`${free}\``,
          { title: `Write \`${text}\` alone`, at: { start: id.end, end: nodeEnd }, text: '' },
          call,
        )
    } else if (isInside && label && !this.joined.has(text)) {
      const free = this.freeId(text, 'box')
      const message = `\`${text}\` is the group around this line, so no box is drawn here, and ${refusal}. Give the box an id of its own, such as \`${free}\``
      this.report(id, message, { title: `Call the box \`${free}\``, at: id, text: free })
    } else if (isInside && !this.reported.has(text))
      // One sentence for all its arrows: whoever reads it at the first knows it of the others.
      this.report(
        id,
        `\`${text}\` is the group around this line, which can't contain itself: what leads here ends at its frame, and ${refusal}. ${label ? 'Give the box an id of its own, here and at its arrows' : 'Name a box in the group instead'}`,
      )
  }

  /** `subgraph eu` below `lb --> eu[Europe]`: what was to stand over the group stands nowhere. */
  private lookAtTitle(id: QuotableText, label: QuotableText, header: Header): void {
    const written = label.text.trim()
    const text = `[${/^[\w ]+$/.test(written) ? written : `"${written.replaceAll('"', '')}"`}]`
    const at = { start: header.title.end, end: header.title.end }
    const message = `\`${id.text}\` is a group, and only its \`subgraph\` line gives it a title: “${written}” is not drawn. Where the group begins, write \`subgraph ${id.text} ${text}\``
    this.report(id, message, { title: 'Make it the title of the group', at, text: ` ${text}` })
  }

  /** `subgraph api[Orders API]` beside `api["Orders API<br/>Node.js"]`: the same thing, and more of it said at the box. */
  private lookAtMore(id: QuotableText, label: QuotableText, { title }: Header): void {
    const written = label.text.trim()
    const message = `\`${id.text}\` is a group, so of “${written}” only its title “${title.text.trim()}” is drawn. Say the rest in the title, or in a box of its own`
    const text = title.quoted ? written : `"${written}"`
    this.report(id, message, {
      title: 'Make it the title of the group',
      at: title,
      text: text.replace(/(?<!^)"(?!$)/g, ''),
    })
  }

  private freeId(id: string, suffix: string): string {
    let free = `${id}_${suffix}`
    for (let n = 2; this.nodeIds.has(free) || this.headers.has(free); n++) free = `${id}_${suffix}${n}`
    return free
  }

  private report(
    at: QuotableText,
    message: string,
    ...offers: readonly { readonly title: string; readonly at: Stretch; readonly text: string }[]
  ): void {
    this.reported.add(at.text)
    const fixes = offers.map(fix => ({
      title: fix.title,
      edits: [{ span: this.spanOf(fix.at), text: fix.text }],
    }))
    this.problems.push({ kind, span: this.spanOf(at), message, fixes })
  }
}

/** Apart from case, a remark in brackets and the word for what a group is: who repeats the title means the group. */
const isSameTitle = (label: string, title: string): boolean =>
  bareTitle(label) === bareTitle(title) ||
  withoutKind(bareTitle(label)) === withoutKind(bareTitle(title)) ||
  wordsOf(label) === wordsOf(title)

const withoutKind = (title: string): string =>
  title.replace(
    / (?:clusters?|groups?|layers?|tiers?|zones?|networks?|stack|platform|environment|namespace|account|region)$/,
    '',
  )

/** What stands in the lines or the brackets behind it is more of the same. */
const beginsWith = (label: string, title: string): boolean => {
  const [first = ''] = label.split(/<br\s*\/?>|\n|\\n/i)
  return bareTitle(title) !== '' && bareTitle(first) === bareTitle(title)
}

const bareTitle = (title: string): string => wordsOf(title.replace(/[(（[][^()（）[\]]*[)）\]]/g, ' '))

const wordsOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/<br\s*\/?>|[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

/** Groups that stand in each other, each circle said once, at the group that closes it; what was said of one is enough. */
function circlesAmong(groups: readonly Group[], reported: ReadonlySet<string>): Problem[] {
  const byId = new Map(groups.map(group => [group.id, group]))
  const seen = new Map<string, number>()
  const problems: Problem[] = []
  for (const [round, { id }] of groups.entries()) {
    const way: Group[] = []
    let group = byId.get(id)
    while (group && !seen.has(group.id)) {
      seen.set(group.id, round)
      way.push(group)
      group = group.parent === undefined ? undefined : byId.get(group.parent)
    }
    if (!group || seen.get(group.id) !== round) continue
    const circle = way.slice(way.findIndex(each => each.id === group.id))
    if (!circle.some(each => reported.has(each.id))) problems.push(problemOf(circle))
  }
  return problems
}

function problemOf(circle: readonly Group[]): Problem {
  const last = circle.reduce((a, b) => (a.span.start > b.span.start ? a : b))
  const names = circle.map(({ id }) => `\`${id}\``).join(', ')
  const { start, end } = last.idSpan ?? last.span
  const message = `Groups contain each other: ${names}. Mermaid draws one inside another, and ${refusal}. Let only one hold the other`
  return { kind, span: span(start, end), message, fixes: [] }
}
