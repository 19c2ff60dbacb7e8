// Replays what Mermaid's C4 database does with the calls: elements, boundaries, relations.

import type { Span } from '../../text/span'
import { readable } from '../labels'
import { unmarked } from '../preprocess'
import type { Arrow, Group, Mention, Node } from '../tree'
import type { Stretch } from '../written-text'
import { type Macro, macros, relationParameters } from './macros'
import type { Argument, MacroCall, Statement } from './parser'

export interface Replayed {
  readonly title?: string
  readonly nodes: readonly Node[]
  readonly arrows: readonly Arrow[]
  readonly groups: readonly Group[]
}

/** `spanOf` leads from the prepared text to the author's. */
export function replay(statements: readonly Statement[], spanOf: (stretch: Stretch) => Span): Replayed {
  const database = new Database(spanOf)
  for (const statement of statements) database.apply(statement)
  return database.contents()
}

/** The values of a call by the name of the parameter. */
type Values = Map<string, Argument>

interface ElementDraft {
  readonly values: Values
  readonly mentions: Mention[]
  shape: string
  parent: string | undefined
}

interface BoundaryDraft {
  readonly values: Values
  readonly macro: string
  readonly call: Stretch
  parent: string | undefined
  end: number
}

interface RelationDraft {
  readonly values: Values
  macro: string
  call: MacroCall
}

class Database {
  private title: string | undefined
  private readonly elements = new Map<string, ElementDraft>()
  private readonly boundaries = new Map<string, BoundaryDraft>()
  private readonly relations = new Map<string, RelationDraft>()
  private readonly open: string[] = []

  constructor(private readonly spanOf: (stretch: Stretch) => Span) {}

  contents(): Replayed {
    return {
      ...(this.title !== undefined && { title: this.title }),
      nodes: Array.from(this.elements, ([id, draft]) => this.node(id, draft)),
      arrows: Array.from(this.relations.values(), draft => this.arrow(draft)),
      groups: Array.from(this.boundaries, ([id, draft]) => this.group(id, draft)),
    }
  }

  apply(statement: Statement): void {
    if (statement.kind === 'call') this.call(statement)
    else if (statement.kind === 'title')
      this.title = unmarked(statement.text.replace(/^title\s|^accTitle\s*:\s*/, ''))
    else if (statement.kind === 'close') {
      const boundary = this.boundaries.get(this.open.pop() ?? '')
      if (boundary) boundary.end = statement.end
    }
  }

  private call(call: MacroCall): void {
    const macro = macros.get(call.macro)
    if (macro?.makes === 'element') this.addElement(macro, call)
    else if (macro?.makes === 'boundary') this.addBoundary(macro, call)
    else if (macro?.makes === 'relation') this.addRelation(call, call.arguments)
    else if (macro?.makes === 'indexed relation') this.addRelation(call, call.arguments.slice(1))
  }

  private addElement({ shape, parameters }: Extract<Macro, { makes: 'element' }>, call: MacroCall): void {
    const alias = call.arguments[0]
    if (!alias) return
    const id = unmarked(alias.text)
    const fresh: ElementDraft = { values: new Map(), mentions: [], shape, parent: undefined }
    const draft = this.elements.get(id) ?? fresh
    this.elements.set(id, draft)
    assign(draft.values, parameters, call.arguments)
    const label = draft.values.get('label')
    draft.mentions.push({
      span: this.spanOf(call),
      id: this.spanOf(alias),
      ...(label && label.text !== '' && { label: this.spanOf(label) }),
    })
    draft.shape = shape
    draft.parent = this.open[this.open.length - 1]
  }

  private addBoundary({ type, parameters }: Extract<Macro, { makes: 'boundary' }>, call: MacroCall): void {
    const alias = call.arguments[0]
    if (!alias) return
    const id = unmarked(alias.text)
    const written = type === undefined ? call.arguments : withType(call.arguments, type)
    const fresh = {
      values: new Map<string, Argument>(),
      macro: call.macro,
      call,
      parent: undefined,
      end: call.end,
    }
    const draft: BoundaryDraft = this.boundaries.get(id) ?? fresh
    this.boundaries.set(id, draft)
    assign(draft.values, parameters, written)
    draft.parent = this.open[this.open.length - 1]
    if (call.opens) this.open.push(id)
  }

  /** A second relation between the same two takes the place of the first. */
  private addRelation(call: MacroCall, args: readonly Argument[]): void {
    const [from, to, label] = args
    if (!from || !to || !label) return
    const pair = `${from.text}\n${to.text}`
    const draft = this.relations.get(pair) ?? { values: new Map(), macro: call.macro, call }
    this.relations.set(pair, draft)
    assign(draft.values, relationParameters, args)
    draft.macro = call.macro
    draft.call = call
    for (const end of [from, to]) {
      const span = this.spanOf(end)
      this.elements.get(unmarked(end.text))?.mentions.push({ span, id: span })
    }
  }

  private node(id: string, { values, mentions, shape, parent }: ElementDraft): Node {
    const label = textOf(values, 'label')
    const technology = textOf(values, 'techn')
    const description = textOf(values, 'descr')
    const icon = textOf(values, 'sprite')
    const [techn, descr] = [values.get('techn'), values.get('descr')]
    return {
      id,
      label,
      text: readable(label),
      shape,
      ...(parent !== undefined && { parent }),
      classes: [],
      ...(icon !== '' && { icon }),
      ...(techn && technology !== '' && { technology, technologySpan: this.spanOf(techn) }),
      ...(descr && description !== '' && { description, descriptionSpan: this.spanOf(descr) }),
      mentions,
    }
  }

  private arrow({ values, macro, call }: RelationDraft): Arrow {
    const label = textOf(values, 'label')
    const technology = textOf(values, 'techn')
    const spanAt = (key: string) => this.spanOf(values.get(key) ?? call)
    return {
      from: textOf(values, 'from'),
      to: textOf(values, 'to'),
      label,
      text: readable(label),
      stroke: 'normal',
      head: macro === 'Rel_Back' ? 'none' : 'arrow',
      tail: macro === 'Rel_Back' || macro === 'BiRel' ? 'arrow' : 'none',
      length: 1,
      span: this.spanOf(call),
      operator: this.spanOf({ start: call.start, end: call.start + macro.length }),
      ...(label !== '' && { labelSpan: spanAt('label') }),
      fromSpan: spanAt('from'),
      toSpan: spanAt('to'),
      statement: this.spanOf(call),
      ...(technology !== '' && { technology, technologySpan: spanAt('techn') }),
      variant: macro,
    }
  }

  private group(id: string, { values, macro, call, parent, end }: BoundaryDraft): Group {
    const label = textOf(values, 'label')
    const written = values.get('label')
    const technology = /node/i.test(macro) ? textOf(values, 'type') : ''
    return {
      id,
      label,
      text: readable(label),
      ...(technology !== '' && { technology }),
      ...(parent !== undefined && { parent }),
      variant: macro,
      span: this.spanOf(call),
      idSpan: this.spanOf(values.get('alias') ?? call),
      ...(written && label !== '' && { labelSpan: this.spanOf(written) }),
      whole: this.spanOf({ start: call.start, end: Math.max(call.end, end) }),
    }
  }
}

/** `System_Boundary` and its kin put their kind in as the third argument. */
function withType(args: readonly Argument[], type: string): Argument[] {
  const at = args[1]?.end ?? args[0]?.end ?? 0
  return [...args.slice(0, 2), { start: at, end: at, text: type }, ...args.slice(2)]
}

/** Named arguments go where their name says, wherever they stand; an absent one keeps what was known. */
function assign(values: Values, parameters: readonly string[], args: readonly Argument[]): void {
  values.delete('label')
  for (const [index, argument] of args.entries()) {
    const name = argument.key ?? parameters[index]
    if (name !== undefined) values.set(name, argument)
  }
}

function textOf(values: Values, key: string): string {
  return unmarked(values.get(key)?.text ?? '')
}
