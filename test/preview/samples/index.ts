// Pictures to show.

export { broken, checkout } from './checkout'
export { architecture, c4, cooking, sequence } from './families'
export { large } from './large'
