// Which tests a fault in a room should fail. Of these, a mutant meets those that reach its function.

export interface Room {
  readonly sources: string
  /** What no test of behavior tells: data, which is checked against its sources, and what counts work. */
  readonly exclude?: RegExp
  /** Folders and files of tests, those first that tell most in a short time. */
  readonly tests: readonly string[]
}

const arithmetic = ['test/math', 'test/flows']

/** Of these, the ones whose sums tell which requests a picture makes. */
const requests = [
  ...['flows', 'load', 'plans', 'requests'].map(name => `test/math/${name}.test.ts`),
  ...[
    'assumptions',
    'availability',
    'background',
    'branches',
    'by-hand',
    'caches',
    'copies',
    'draws',
    'latency',
  ].map(name => `test/flows/${name}.test.ts`),
]

const rules = ['test/rules', 'test/rules.test.ts', 'test/fixes', 'test/service/hearing.test.ts']

export const rooms: Readonly<Record<string, Room>> = {
  math: {
    sources: 'src/math',
    // They count work, which decides when something is given up and not what it comes to.
    exclude: /latency\/(?:evaluation|attribution)-work|availability\/effort/,
    tests: arithmetic,
  },
  model: {
    sources: 'src/model',
    exclude: /recognition\/weights|vocabulary\//,
    // The rules' pages take most of the time and notice next to nothing of what these let pass.
    tests: ['test/model', 'test/recognition', ...requests],
  },
  rules: { sources: 'src/rules', tests: rules },
}

/** Many samples of each property: they come last, because a mutant meets only so many tests. */
export const late = /\.property\.|flows\/(?:load|rounds|size|cold-caches)/

/**
 * Tests that run other programs, long simulations or many random designs, or that read hundreds of diagrams before their
 * first test: faults are for the quick ones to notice.
 */
export const slow =
  /differential|worst-case|pictures|conformance|absurd|extremes|properties|presentation|monotone|noise|recognition\/architecture/
