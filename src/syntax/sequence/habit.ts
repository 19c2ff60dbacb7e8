// What a habit is: a way of writing that belongs elsewhere, recognized by the line that cannot be read.

import type { Explained, Line } from '../problems'
import type { Participants } from './participants'

/** The advice for a line, where it is written in this way. */
export type Habit = (line: Line, text: string, participants: Participants) => Explained | undefined

export const isName = (words: string): boolean => /^\w[\w ]*$/.test(words)
