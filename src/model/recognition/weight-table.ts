// The tables of weights as they are written: short enough to be carried along, plain enough to be read.

/** What the evidence of one question weighs. */
export interface Table {
  readonly answers: readonly string[]
  /** All evidence that weighs something. */
  readonly evidence: () => Iterable<string>
  /** Places of answers, each followed by its weight. Place -1: the answer that the evidence speaks for. */
  readonly weightsOf: (evidence: string) => readonly number[] | undefined
}

/**
 * Reads a table: a line of answers, then a line for each evidence with what it weighs behind a tab. Words stand indented
 * below the line that says where they are seen.
 *
 *     no yes
 *     boxes are systems	.04 some=-.28 all=.30
 *     an arrow says
 *      'http'	.51
 */
export function weightTable(text: string): Table {
  const [first = '', ...lines] = text.trim().split('\n')
  const answers = first.split(' ')
  const read = answers.length === 2 ? sharesIn : answersIn(abbreviated(answers))
  const weights = new Map<string, Weights>()
  let place = ''
  for (const line of lines) {
    const tab = line.indexOf('\t')
    if (tab < 0) place = line
    else read((line.startsWith(' ') ? place : '') + line.slice(0, tab), line.slice(tab + 1), weights)
  }
  const weightsOf = (evidence: string): readonly number[] | undefined => {
    const known = weights.get(evidence)
    if (typeof known !== 'function') return known
    const numbers = known()
    weights.set(evidence, numbers)
    return numbers
  }
  return { answers, evidence: () => weights.keys(), weightsOf }
}

/** Read when they are asked for. */
type Weights = readonly number[] | (() => readonly number[])

/** Of two answers all weights are those of the second: of the evidence, and of how much of it is seen: `some=-.28`. */
function sharesIn(evidence: string, written: string, weights: Map<string, Weights>): void {
  for (const pair of written.split(' ')) {
    const equals = pair.indexOf('=')
    const name = equals < 0 ? evidence : `${pair.slice(0, equals)} ${evidence}`
    weights.set(name, [1, Number(pair.slice(equals + 1))])
  }
}

/** `t=.19`: the weight of an answer by its abbreviation; a weight alone is that of the answer that the evidence speaks for. */
const answersIn =
  (abbreviations: readonly string[]) =>
  (evidence: string, written: string, weights: Map<string, Weights>): void => {
    weights.set(evidence, () =>
      written.split(' ').flatMap(pair => {
        const equals = pair.indexOf('=')
        return [abbreviations.indexOf(pair.slice(0, Math.max(0, equals))), Number(pair.slice(equals + 1))]
      }),
    )
  }

/** The first letters that tell each answer from the others: `f` for `feed`; in full where another begins with it. */
export const abbreviated = (answers: readonly string[]): readonly string[] =>
  answers.map(answer => {
    const others = answers.filter(other => other !== answer)
    const lengths = Array.from(answer, (_, at) => at + 1)
    const telling = lengths.find(length => !others.some(other => other.startsWith(answer.slice(0, length))))
    return answer.slice(0, telling)
  })
