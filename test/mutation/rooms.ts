// Which tests a fault in a room should fail.

export interface Room {
  readonly sources: string
  /** Data: what it says is checked against its sources, not by tests. */
  readonly exclude?: RegExp
  /** The tests that touch a file, fast ones first. */
  readonly tests: (file: string) => readonly string[]
  /** Only tests whose names match, where that is enough. */
  readonly pattern?: (file: string) => string | undefined
}

const arithmetic = [
  ...['known-answers', 'estimates', 'availability.property', 'latency.property', 'flows'].map(
    name => `test/math/${name}.test.ts`,
  ),
  ...['arithmetic', 'availability', 'draws', 'caches', 'copies', 'latency', 'load', 'rounds', 'outages'].map(
    name => `test/flows/${name}.test.ts`,
  ),
  ...['overload', 'by-hand', 'assumptions', 'properties', 'size', 'differential'].map(
    name => `test/flows/${name}.test.ts`,
  ),
]

export const rooms: Readonly<Record<string, Room>> = {
  math: { sources: 'src/math', tests: () => arithmetic },
  model: {
    sources: 'src/model',
    exclude: /recognition\/weights|vocabulary\//,
    tests: file => [
      ...(file.includes('/recognition/') ? ['test/recognition'] : ['test/model']),
      'test/diagrams.test.ts',
      ...(file.includes('/flows/') ? arithmetic : ['test/flows/arithmetic.test.ts', 'test/rules.test.ts']),
    ],
  },
  rules: {
    sources: 'src/rules',
    tests: () => ['test/rules.test.ts', 'test/rules'],
    pattern: file => /src\/rules\/(?!fixes|queries|conventions)[\w-]+\/([\w-]+)\.ts$/.exec(file)?.[1],
  },
}
