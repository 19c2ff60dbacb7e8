// Interfaces that strangers program against, without a version to tell what they were promised.

import { isComponent, isSurely } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const unversionedApi = defineRule({
  id: 'unversioned-api',
  category: 'apis',
  speaksOf: 'omission',
  topic: 'api version',
  summary: 'A public interface has no version.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    const judged = new Set<string>()
    for (const connection of system.connections) {
      const path = connection.request?.path
      if (path === undefined || !isRequest(connection) || !isPublic(connection)) continue
      if (version.test(`${path} ${wordingOf(connection.arrow)}`) || judged.has(path)) continue
      judged.add(path)
      yield judge(system, connection, path)
    }
  },
})

/** In the path, the host, a header or a date: `/v1`, `api-version: 2026-01-01`. */
const version = /\bv\d|\bversion\b|\d{4}-\d\d/i

/** Who calls is a third party, or who is called says so. */
function isPublic({ caller, callee }: Connection): boolean {
  const audience = isComponent(callee) ? callee.figures.audience?.value : undefined
  if (audience !== undefined) return audience !== 'internal'
  return isSurely(caller, 'external') && !isSurely(callee, 'external')
}

const start = /\/(?=[a-z])/i

function judge(system: System, connection: Connection, path: string): Report {
  const { caller, callee } = connection
  const better = path.startsWith('/api/') ? `/api/v1/${path.slice(5)}` : `/v1${path}`
  const pattern = path.startsWith('/api/') ? /\/api\// : start
  return {
    at: wordsOn(system, connection, start) ?? labelSpanOf(connection),
    message: `${caller.name} calls ${path} of ${callee.name}, and no version is stated. The first change that breaks one caller breaks all of them on the same day. Write ${better}, or name the header that carries the version.`,
    fixes: rewordArrow(system, connection, {
      title: `Write ${better}`,
      pattern,
      by: path.startsWith('/api/') ? '/api/v1/' : '/v1/',
    }),
  }
}
