import type { Plugin } from 'esbuild'

/** @throws Error where the text is not as zod's was */
export function cutZod(text: string): string
export const smallZod: Plugin
