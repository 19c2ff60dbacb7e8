// Mermaid's parsers in a thread of their own: what one of them does to the process ends with the thread.

import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Refusal } from '../../../service'
import { type FileFailure, failure, reasonOf } from '../../disk/failure'

/** Milliseconds without a verdict, after which nothing more is waited for. */
const patience = 20_000

/** What is wrong with each diagram, null where nothing is. */
export function refusalsOf(bodies: readonly string[]): Promise<readonly (Refusal | null)[] | FileFailure> {
  const verdicts: (Refusal | null)[] = []
  return new Promise(resolve => {
    const worker = new Worker(join(__dirname, 'mermaid-worker.mjs'), { workerData: bodies })
    const end = (result: readonly (Refusal | null)[] | FileFailure) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(result)
    }
    const giveUp = () => end(failure('Mermaid’s parser does not respond; --syntax all is skipped'))
    const timer = setTimeout(giveUp, patience)
    worker.on('message', (verdict: Refusal | null) => {
      timer.refresh()
      if (verdicts.push(verdict) === bodies.length) end(verdicts)
    })
    worker.on('error', error => end(failure(`Mermaid’s parser cannot be loaded: ${reasonOf(error)}`)))
  })
}
