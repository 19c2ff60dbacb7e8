// Once before all tests, without a test's time limit: the browser that the preview's tests drive.

import { installBrowser } from './browser'

export const setup = installBrowser
