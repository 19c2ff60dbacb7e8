// Answers kept for the questions asked last: diagrams repeat their labels, and a keystroke changes one of them.

/** Kept in two generations of so many: the older goes when the younger is full. */
const mostAnswers = 4000
/** Longer questions are rare and would keep too much. */
const longestKey = 400

/** The same function, which does not work out again what it knows. Answers are shared, so they never change. */
export function remembered<R>(answer: (text: string) => R): (text: string) => R {
  return rememberedBy(text => text, answer)
}

/** The same for any question; questions with the same key have the same answer. */
export function rememberedBy<Q, R>(
  keyOf: (question: Q) => string,
  answer: (question: Q) => R,
): (question: Q) => R {
  let recent = new Map<string, { readonly answer: R }>()
  let older = recent
  return question => {
    const key = keyOf(question)
    const known = recent.get(key) ?? older.get(key)
    if (known) return known.answer
    const found = { answer: answer(question) }
    if (key.length > longestKey) return found.answer
    if (recent.size === mostAnswers) {
      older = recent
      recent = new Map()
    }
    recent.set(key, found)
    return found.answer
  }
}
