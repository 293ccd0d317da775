import type { Plugin } from 'esbuild'

/** Of the SDK's errors, those that keep their classes in a function's bundle. */
export const ERRORS: readonly string[]
export const smallSdk: Plugin
