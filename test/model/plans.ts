// What one request does, in a line: `api(stock, mail)` calls one after the other, `[a | b]` side by side, `{0.3: a / 0.7: b}` by chance.

import type { Plan } from '../../src/model/system'

export const written = (plan: Plan): string => {
  switch (plan.kind) {
    case 'visit': {
      const times = plan.times === 1 ? '' : `${plan.times} × `
      const work = written(plan.work)
      const instead = plan.fallback ? ` or ${written(plan.fallback)}` : ''
      return `${times}${plan.component.id}${work === '' ? '' : `(${work})`}${instead}`
    }
    case 'sequence':
      return plan.steps.map(written).join(', ')
    case 'parallel':
      return `[${plan.branches.map(written).join(' | ')}]`
    case 'choice':
      return `{${plan.branches.map(({ share, plan: each }) => `${Number(share.toPrecision(3))}: ${written(each)}`).join(' / ')}}`
    case 'redundant': {
      const shares = plan.shares
        ? ` by ${plan.shares.map(share => Number(share.toPrecision(3))).join(', ')}`
        : ''
      return `<${plan.need} of ${plan.branches.map(written).join(' | ')}${shares}>`
    }
    case 'cacheAside': {
      const kind = plan.failOpen ? 'or else' : 'else'
      return `${written(plan.cache)} ${plan.hitRatio}${plan.assumed ? '?' : ''} ${kind} ${written(plan.store)}`
    }
  }
}

/** The same with all that is said of it: `~` for a message that is handed over, `?` for what may fail, `∥` for calls at once, sequences in brackets. */
export const inFull = (plan: Plan): string => {
  switch (plan.kind) {
    case 'visit': {
      const marks = `${plan.async ? '~' : ''}${plan.optional ? '?' : ''}${plan.sideBySide ? '∥' : ''}`
      const work = inFull(plan.work)
      const times = plan.times === 1 ? '' : `${plan.times} × `
      return `${times}${marks}${plan.component.id}${work === '()' ? '' : `→${work}`}${plan.fallback ? ` or ${inFull(plan.fallback)}` : ''}`
    }
    case 'sequence':
      return `(${plan.steps.map(inFull).join(', ')})`
    case 'parallel':
      return `[${plan.branches.map(inFull).join(' | ')}]`
    case 'choice': {
      const branches = plan.branches.map(
        ({ share, plan: each }) => `${Number(share.toPrecision(3))}: ${inFull(each)}`,
      )
      return `{${branches.join(' / ')}}${plan.assumed ? '?' : ''}`
    }
    case 'redundant': {
      const shares = plan.shares
        ? ` by ${plan.shares.map(share => Number(share.toPrecision(3))).join(', ')}`
        : ''
      return `<${plan.branches.map(inFull).join(' | ')}${shares}>`
    }
    case 'cacheAside':
      return `${inFull(plan.cache)} ${plan.hitRatio}${plan.assumed ? '?' : ''} ${plan.failOpen ? 'or else' : 'else'} ${inFull(plan.store)}`
  }
}
