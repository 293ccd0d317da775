import { refusals } from '#shared/api.ts'
import { fillIn, type Refusal } from '#shared/kernel/refusals.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { StartError } from './data-folder.ts'

/** What stopped a command, in one line for a person; nothing where it was a fault of ours. */
export function lineOf(err: unknown): string | undefined {
  if (err instanceof StartError) return err.message
  if (!(err instanceof RefusedError)) return undefined
  const { detail }: Refusal = refusals[err.code]
  return `${fillIn(detail, err.params)} (${err.code})`
}
