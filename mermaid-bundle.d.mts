import type { BuildOptions, Plugin } from 'esbuild'

export const mermaidBundle: Pick<BuildOptions, 'stdin'> & { readonly plugins: Plugin[] }

export declare const withQuickCopies: (text: string) => string | undefined
