// The extension's entry on the desktop and on servers.

export { activate } from './activate'
