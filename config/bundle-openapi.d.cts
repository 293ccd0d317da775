import type { Plugin } from 'esbuild'

/** A contract in JavaScript, without the summaries of its routes. */
export function withoutSummaries(text: string): string
/** One error for each summary of the document that stands in the code. */
export function summariesLeft(document: string, code: string): readonly { readonly text: string }[]
export const builtOpenapi: Plugin
