import type { Plugin } from 'esbuild'

export declare const previewPlugins: readonly Plugin[]
