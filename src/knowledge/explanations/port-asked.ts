// "redis port", "default port of MySQL", "what port does SMTP use": where something listens.

import { fold, lookUp, wordsOf } from '../names/lexicon'
import { technologyTable } from '../names/tables'
import { ports } from '../protocols/ports'
import { type Sense, sensesOf } from './senses'

const asked =
  /^(?:which|what) port (?:does|do|is) (.{2,40}?) (?:use|listen on|run on|on)s?$|^(?:what is )?(?:the )?(?:default )?port (?:number )?(?:of|for) (.{2,40})$|^(.{2,40}?)(?:['’]s)? (?:default )?port(?: number)?$/i

/** The ports of what a phrase asks for, with its explanation; undefined where it asks for none that is known. */
export function portAsked(phrase: string): Sense | undefined {
  const match = asked.exec(phrase.replace(/ ?\?$/, ''))
  const name = match?.[1] ?? match?.[2] ?? match?.[3]
  if (name === undefined) return undefined
  const told = portsCalled(name)
  if (told.length === 0) return undefined
  const entry = sensesOf(name)[0]?.entry
  return { computed: told.join('\n\n'), ...(entry && { entry }) }
}

function portsCalled(name: string): readonly string[] {
  const words = wordsIn(name)
  const known = Object.entries(ports).filter(([, what]) => {
    const said = wordsIn(what)
    return words.every(word => said.includes(word))
  })
  if (known.length > 0) return known.slice(0, MOST_PORTS).map(([port, what]) => `**Port ${port}**: ${what}.`)
  const product = lookUp(technologyTable(), fold(name))[0]?.value
  return product?.port === undefined ? [] : [`**Port ${product.port}**: ${product.name}.`]
}

const MOST_PORTS = 4

const wordsIn = (text: string): readonly string[] => wordsOf(text).map(({ text: word }) => word)
