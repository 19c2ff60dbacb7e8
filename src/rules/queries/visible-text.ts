// The text of a diagram as far as it is drawn.

import type { Diagram } from '../../syntax/tree'

/** Without comments, in which nothing is drawn. */
export const visibleText = ({ text }: Diagram): string => text.replace(/^[ \t]*%%.*$/gm, '')
