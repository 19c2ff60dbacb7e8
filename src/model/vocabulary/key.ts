// One key of the vocabulary: what it holds and what it says.

import type { Form } from './forms'

export interface Key<T = unknown> extends Form<T> {
  /** One sentence, for hovers, completion and the reference page. */
  readonly description: string
}

export type Vocabulary = Readonly<Record<string, Key>>

/** The typed attributes that a vocabulary describes, all optional. */
export type AttributesOf<V extends Vocabulary> = {
  readonly [K in keyof V]?: V[K] extends Key<infer T> ? T : never
}

/** The vocabulary that describes attributes of a type. */
export type VocabularyOf<A> = { readonly [K in keyof A]-?: Key<NonNullable<A[K]>> }

/** A key: its form, its sentence and, where the form's own examples don't fit, better ones. */
export function key<T>(form: Form<T>, description: string, examples = form.examples): Key<T> {
  return { ...form, examples, description }
}
