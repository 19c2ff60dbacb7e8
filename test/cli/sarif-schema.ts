// The schema of SARIF 2.1.0, asked what is wrong with a log.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Schema from 'ajv-draft-04'
import formats from 'ajv-formats'

const path = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
)
const ajv = new Schema({ strict: false, allErrors: true, unicodeRegExp: false })
formats(ajv)
const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')))

/** One line for each fault, with its place in the log. */
export function faultsOf(log: unknown): readonly string[] {
  validate(log)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}
