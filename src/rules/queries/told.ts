// What a picture says in words: in its boxes, on its arrows, in its notes.

import { isComponent } from '../../model/ends'
import { rememberedFor } from '../../model/remembered-for'
import type { System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import type { Span } from '../../text/span'
import type { Report } from '../rule'
import { type Telling, tells } from '../telling'
import { labelSpanOf, nameSpan } from './places'
import { notesIn } from './traces/branches'

export interface DrawnWords {
  readonly text: string
  readonly at: Span
}

/** In its boxes, on its arrows, in the titles of its frames, in its notes; the same words once, where they stand first. */
export const drawnWords = rememberedFor((system: System): readonly DrawnWords[] => {
  const first = new Map<string, DrawnWords>()
  for (const words of allWords(system)) if (!first.has(words.text)) first.set(words.text, words)
  return [...first.values()]
})

function* allWords({ components, connections, boundaries, diagram }: System): Iterable<DrawnWords> {
  for (const part of components) yield { text: wordsOf(part.text, part.node.description), at: nameSpan(part) }
  for (const each of connections) yield { text: wordingOf(each.arrow), at: labelSpanOf(each) }
  for (const { text, group, span } of boundaries) yield { text: wordsOf(text, group.technology), at: span }
  for (const { text, span } of notesIn(diagram)) yield { text, at: span }
}

const wordsOf = (text: string, description = ''): string => `${text} ${description}`.replace(/\s+/g, ' ')

/** The first place where the picture tells each of them. */
export function* toldIn(system: System, tellings: readonly Telling[]): Iterable<Report> {
  const words = drawnWords(system)
  for (const telling of tellings) {
    const { besides } = telling
    const place = words.find(({ text }) => tells(text, telling))
    if (
      place &&
      (!besides || words.some(({ text }) => besides.test(text))) &&
      (telling.drawn?.(system) ?? true)
    )
      yield {
        at: place.at,
        message: telling.message,
        oncePerDocument: true,
        goesIntoIt: true,
        ...(telling.settledBy && { settledBy: telling.settledBy }),
      }
  }
}

/** `Before` and `After`, `Current state` and `Target`: what is there today is drawn to be left. Or a class says so. */
export const showsChange = ({ boundaries, components, diagram }: System): boolean =>
  diagram.classes?.uses.some(({ name }) => leaving.test(name)) === true ||
  [...boundaries, ...components].some(
    place =>
      !(isComponent(place) && place.incoming.length + place.outgoing.length > 0) && change.test(place.text),
  )

const leaving = /legacy|deprecat|obsolete|retir(?:ed|ing)|decommission|sunset/i

const change =
  /^\W*(?:before|after|as[- ]is|to[- ]be|legacy|old|current (?:state|system|architecture)|today|target (?:state|architecture)|migration\b.*)\b/i

/** `HTTP, gRPC etc.`: what there is to choose from, and no choice. */
export const namesExamples =
  /(?<!\p{L})(?:etc|e\. ?g|i\. ?e|for example|such as|or similar|и (?:т\. ?[дп]|др)|например|u\. ?s\. ?w|z\. ?b|o\. ?ä|p\. ?ej|por ejemplo|por exemplo|par exemple|entre otros|entre outros)(?!\p{L})|など|等|등(?![\p{L}])/iu
