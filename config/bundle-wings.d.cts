import type { Plugin } from 'esbuild'

export const wings: Plugin
