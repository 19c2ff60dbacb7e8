// What a term means: an entry of the knowledge, a rule, or a key of the annotations.

import { type Entry, explain, renderEntry, type Sense } from '../../knowledge'
import { nearest } from '../../model/annotations/nearest'
import { type AttributePlace, type Key, keyFor, vocabularyFor } from '../../model/vocabulary'
import { rules } from '../../rules'
import { markdownText } from '../../text/markdown'
import { amountIn } from '../amounts'
import { ruleUrl } from '../engine/placed-finding'

export type TermExplanation = Explanation | { readonly suggestions: readonly string[] }

interface Explanation {
  readonly markdown: string
  /** The rule that is explained, which has a page of its own. */
  readonly rule?: string
}

/** Explains a protocol, technology, status code, port, CIDR, rule or annotation key; else names what was probably meant. */
export function explainTerm(term: string): TermExplanation {
  const rule = rules.find(({ id }) => id === term.trim().toLowerCase())
  if (rule) return { markdown: `**${rule.id}** – ${rule.summary}\n\n${ruleUrl(rule)}`, rule: rule.id }
  const { senses, related, suggestions } = explain(term, amountIn)
  const pieces = [...keysNamed(term.trim()), ...senses.map(senseText)]
  if (pieces.length > 0) return { markdown: pieces.join('\n\n') }
  if (related.length > 0) return { markdown: relatedText(term.trim(), related) }
  const near = [
    nearest(
      term,
      rules.map(({ id }) => id),
    ),
    nearest(
      term,
      places.flatMap(place => Object.keys(vocabularyFor(place))),
    ),
  ]
  return { suggestions: [...new Set([...suggestions, ...near.filter(name => name !== undefined)])] }
}

const senseText = ({ computed, entry }: Sense): string =>
  [computed, entry && renderEntry(entry)].filter(piece => piece !== undefined).join('\n\n')

/** Nothing has the name: what comes nearest is offered as such. */
function relatedText(term: string, [best, ...others]: readonly Entry[]): string {
  const also = others.length > 0 ? [`See also: ${others.map(({ title }) => title).join(', ')}.`] : []
  const nearest = best ? [renderEntry(best)] : []
  return [`No explanation is named “${markdownText(term)}”. The nearest:`, ...nearest, ...also].join('\n\n')
}

const places: readonly AttributePlace[] = ['node', 'arrow', 'group']

function keysNamed(name: string): string[] {
  return places.flatMap(place => {
    const key = keyFor(place, name)
    return key ? [keyText(name, place, key)] : []
  })
}

function keyText(name: string, place: AttributePlace, { description, words, examples }: Key): string {
  const example = examples[0] === undefined ? '' : `, e.g. \`${name}: ${examples[0]}\``
  return `**${name}** (of a${place === 'arrow' ? 'n' : ''} ${place}) – ${description} Takes ${words}${example}.`
}
