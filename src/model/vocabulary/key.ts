// One key of the vocabulary: what it holds and what it says.

import type * as z from 'zod/mini'
import type { Form } from './forms'

export interface Key<S extends z.ZodMiniType = z.ZodMiniType> extends Form<S> {
  /** One sentence, for hovers, completion and the reference page. */
  readonly description: string
}

export type Vocabulary = Readonly<Record<string, Key>>

/** The typed attributes that a vocabulary describes, all optional. */
export type AttributesOf<V extends Vocabulary> = { readonly [K in keyof V]?: z.infer<V[K]['schema']> }

/** The vocabulary that describes attributes of a type. */
export type VocabularyOf<A> = { readonly [K in keyof A]-?: Key<z.ZodMiniType<NonNullable<A[K]>>> }

/** A key: its form, its sentence and, where the form's own examples don't fit, better ones. */
export function key<S extends z.ZodMiniType>(
  form: Form<S>,
  description: string,
  examples = form.examples,
): Key<S> {
  return { ...form, examples, description }
}
