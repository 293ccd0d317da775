import type { Plugin } from 'esbuild'

/** @throws Error where the text is not as zod's was */
export function cutZod(text: string): string
export const smallZod: Plugin

interface Rule {
  test(files: RegExp): Rule
  pre(): Rule
  use(name: string): { loader(file: string): unknown }
}
/** For the webpack of Taro. */
export function cutZodIn(chain: { readonly module: { rule(name: string): Rule } }): void
