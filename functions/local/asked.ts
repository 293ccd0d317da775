import type { Machine } from './machine.ts'

export interface Asked {
  readonly body: Uint8Array
  readonly query: URLSearchParams
}

/**
 * What the machine's owner wants done on the command line: by the running server where there is one, else by the
 * command on the data itself (`run-errand.ts`). It answers with what to print.
 * @throws StartError, RefusedError: told in one line
 */
export type Errand = (asked: Asked, machine: Machine) => Promise<Response>
