// When a product came to an end, and whether a picture shows it as what is left behind.

import type { Month } from '../../knowledge'
import { isComponent } from '../../model/ends'
import type { System } from '../../model/system'

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/** "April 2025" */
export function monthOf(month: Month): string {
  const [year, number] = month.split('-')
  return `${monthNames[Number(number) - 1]} ${year}`
}

/** `Before` and `After`, `Current state` and `Target`: what is there today is drawn to be left. */
export const showsChange = ({ boundaries, components }: System): boolean =>
  [...boundaries, ...components].some(
    place =>
      !(isComponent(place) && place.incoming.length + place.outgoing.length > 0) && change.test(place.text),
  )

const change =
  /^\W*(?:before|after|as[- ]is|to[- ]be|legacy|old|current (?:state|system|architecture)|today|target (?:state|architecture)|migration\b.*)\b/i
