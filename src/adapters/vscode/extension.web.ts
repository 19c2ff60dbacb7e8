// The extension's entry in browsers.

export { activate } from './activate'
