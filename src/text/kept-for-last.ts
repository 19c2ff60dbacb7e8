// Readings of the text asked for last: many features read the same document one after another.

/** The same reading, which is done once for a text and each way to read it. Answers are shared, so they never change. */
export function keptForLast<Way, R>(read: (source: string, way: Way) => R): (source: string, way: Way) => R {
  let kept: { readonly source: string; readonly answers: Map<Way, R> } | undefined
  return (source, way) => {
    if (kept?.source === source && kept.answers.has(way)) return kept.answers.get(way)!
    const answer = read(source, way)
    // A reading may have read other texts on its way.
    if (kept?.source !== source) kept = { source, answers: new Map() }
    kept.answers.set(way, answer)
    return answer
  }
}
