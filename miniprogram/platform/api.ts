import { api as contracts } from '#shared/api.ts'
import type { Contract } from '#shared/kernel/route.ts'
import { createClient, type Client } from './client.ts'
import { authorized } from './session.ts'
import { wait } from './wait.ts'

type Clients<A extends Readonly<Record<string, Contract>>> = {
  readonly [F in keyof A]: Client<A[F]>
}

const clientsOf = <A extends Readonly<Record<string, Contract>>>(all: A): Clients<A> =>
  Object.fromEntries(
    Object.entries(all).map(([feature, contract]) => [
      feature,
      createClient(contract, { send: authorized, wait }),
    ]),
  ) as Clients<A>

/** Every operation of the server, typed: `api.complaints.file(…)`. */
export const api = clientsOf(contracts)
