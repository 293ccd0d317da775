import type { Plugin } from 'esbuild'

/** A contract in JavaScript, without the summaries. */
export function withoutSummaries(text: string, summaries: ReadonlySet<unknown>): string
/** One error for each summary of the document that stands in the code. */
export function summariesLeft(document: string, code: string): readonly { readonly text: string }[]
export const builtOpenapi: Plugin
