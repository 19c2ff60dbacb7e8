// Whom a sequence diagram names for sure: for telling where a name ends and a text begins.

import type { Event } from './events'

/** Asked for only where a line cannot be read. */
export type Participants = () => ReadonlySet<string>

/** Without the receivers of lines that cannot be read: what stands behind them may have been taken for their names. */
export function participantsOf(
  events: readonly Event[],
  failures: readonly { readonly since: number }[],
): Participants {
  let names: ReadonlySet<string> | undefined
  return () => {
    names ??= namesOf(events, new Set(failures.map(({ since }) => since)))
    return names
  }
}

const namesOf = (events: readonly Event[], unread: ReadonlySet<number>): ReadonlySet<string> =>
  new Set(events.flatMap(event => namesIn(event, unread.has(event.start))))

function namesIn(event: Event, unread: boolean): readonly string[] {
  switch (event.kind) {
    case 'participant':
      return [event.id.text]
    case 'message':
      return unread ? [event.from.text] : [event.from.text, event.to.text]
    case 'note':
      return event.over.map(({ text }) => text)
    case 'activate':
      return [event.id.text]
    default:
      return []
  }
}

/** The first and the last, for what lies over all. */
export function allParticipants(participants: Participants): string {
  const names = [...participants()]
  return [...new Set([names[0], names.at(-1)])].filter(name => name !== undefined).join(',')
}

/** The longest name that words begin with; it ends where a text can begin. */
export function leadingName(words: string, participants: Participants): string | undefined {
  const known = participants()
  const ends = [...words.slice(0, longest).matchAll(/(?=[\s,("'[{/–—]|$)/g)].map(({ index }) => index)
  const end = ends.findLast(at => known.has(words.slice(0, at)))
  return end === undefined ? undefined : words.slice(0, end)
}

/** Characters in which a name is looked for. */
const longest = 80
