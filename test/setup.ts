// Once before all tests, without a test's time limit: the browser that the preview's tests drive, and a folder for what
// several test files build.

import type { TestProject } from 'vitest/node'
import { installBrowser } from './browser'
import { shareBuilds } from './builds'

export function setup(project: TestProject): () => void {
  installBrowser()
  let remove = shareBuilds()
  project.onTestsRerun(() => {
    // Sources have changed.
    remove()
    remove = shareBuilds()
  })
  return () => remove()
}
