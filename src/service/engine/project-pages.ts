// Where the project's pages are: below the one address that package.json states.

import { repository } from '../../../package.json'

const pages = `${repository.url.replace(/\.git$/, '')}/blob/main`

/** The address of a page by its path in the repository. */
export const projectPage = (path: string): string => `${pages}/${path}`
