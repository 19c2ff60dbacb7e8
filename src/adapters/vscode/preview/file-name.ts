// What people call a file.

import type { Uri } from 'vscode'

export const fileNameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1)
