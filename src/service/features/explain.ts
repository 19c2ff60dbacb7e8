// What a term means: an entry of the knowledge, a rule, or a key of the annotations.

import {
  type Entry,
  entries,
  entriesAbout,
  explain,
  type LinkTo,
  renderEntry,
  rowsAbout,
  type Sense,
} from '../../knowledge'
import { type AttributePlace, type Key, keyFor, vocabularyFor } from '../../model/vocabulary'
import { rules } from '../../rules'
import { nearest } from '../../syntax/nearest'
import { markdownCode, markdownText } from '../../text/markdown'
import { amountIn } from '../amounts'
import { ruleUrl } from '../engine/placed-finding'
import { explanationUrl } from './explanation-links'

export type TermExplanation = Explanation | { readonly suggestions: readonly string[] }

interface Explanation {
  readonly markdown: string
  /** The rule that is explained, which has a page of its own. */
  readonly rule?: string
}

/** Explains a protocol, technology, status code, port, CIDR, rule or annotation key; else names what was probably meant. */
export function explainTerm(term: string, linkTo?: LinkTo): TermExplanation {
  const rule = rules.find(({ id }) => id === term.trim().toLowerCase())
  if (rule) return { markdown: `**${rule.id}** – ${rule.summary}\n\n${ruleUrl(rule)}`, rule: rule.id }
  const { senses, related, suggestions } = explain(term, amountIn)
  const pieces = [...keysNamed(term.trim()), ...senses.map(sense => senseText(sense, linkTo))]
  if (pieces.length > 0) return { markdown: pieces.join('\n\n') }
  if (related.length > 0) return { markdown: relatedText(term.trim(), related, linkTo) }
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

/** What is told of a term as a page: under a heading, with links to what to read next. */
export function explanationPage(term: string): string {
  const answer = explainTerm(term, explanationUrl)
  const [sense] = explain(term, amountIn).senses
  const heading = markdownText(sense?.entry?.title ?? term.trim())
  const near = 'markdown' in answer ? [] : answer.suggestions.map(name => markdownText(name))
  const unknown = `Nothing is known about this${near.length > 0 ? `; did you mean ${near.join(', ')}?` : '.'}`
  return `# ${heading}\n\n${'markdown' in answer ? answer.markdown : unknown}\n`
}

export interface FoundExplanation {
  /** What `explainTerm` takes. */
  readonly title: string
  readonly topic: string
  /** The first sentences, without markup. */
  readonly gist: string
}

/** Explanations for words, those with that name first, then what speaks of them; all by topic for none. */
export function searchExplanations(words: string, most = 20): readonly FoundExplanation[] {
  if (words.trim() === '') return entries().map(foundOf)
  const named = explain(words, amountIn).senses.flatMap(({ entry }) => entry ?? [])
  return [...new Set([...named, ...entriesAbout(words, most)])].slice(0, most).map(foundOf)
}

const foundOf = ({ title, topic, what }: Entry): FoundExplanation => ({ title, topic, gist: what })

function senseText({ computed, entry }: Sense, linkTo: LinkTo | undefined): string {
  const rows = computed !== undefined && entry ? rowsAbout(entry, computed) : undefined
  return [rows ? undefined : computed, entry && renderEntry(entry, linkTo, rows)]
    .filter(piece => piece !== undefined)
    .join('\n\n')
}

/** Nothing has the name: what comes nearest is offered as such. */
function relatedText(term: string, [best, ...others]: readonly Entry[], linkTo: LinkTo | undefined): string {
  const also = others.length > 0 ? [`See also: ${others.map(({ title }) => title).join(', ')}.`] : []
  const nearest = best ? [renderEntry(best, linkTo)] : []
  return [`There is no explanation called ${markdownCode(term)}. The nearest:`, ...nearest, ...also].join(
    '\n\n',
  )
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
