import type { Role } from '#shared/kernel/permissions.ts'
import type { Contract, Input, Output } from '#shared/kernel/route.ts'
import type { HelpAt, HomeIn, Where } from '#shared/people/rules.ts'
import type { Place } from '#shared/people/scopes.ts'
import type { Ports } from '../ports.ts'

/** A community as the edge resolved it against the session's grants. Only the edge makes one. */
export interface CommunityScope {
  readonly community: string
  readonly name: string
  /** Starts public numbers. */
  readonly code: string
  readonly street: string
  readonly district?: string | undefined
  readonly company?: string | undefined
}

/** The place a path names, community or not, as the edge resolved it. */
export interface PlaceScope extends Place {
  readonly name: string
  /** It and what it lies in: roles given for any of them count. */
  readonly where: Where
}

/** Ties a repeated request to what it did the first time. */
export interface RequestKey {
  /** HMAC of person, operation and Idempotency-Key: 32 bytes, the seed of ids and numbers it creates. */
  readonly digest: Uint8Array
  /** The digest as text: kept with what it created or changed. */
  readonly id: string
  /** SHA-256 of the request: another one under the same key is refused. */
  readonly request: string
}

export interface Call<Repository> {
  /** Empty where nobody is logged in. */
  readonly person: string
  /** The person's name in full: mask it before others see it. */
  readonly name: string
  /** Roles held now in the call's scope. */
  readonly roles: readonly Role[]
  /** Homes in the call's scope. */
  readonly homes: readonly HomeIn[]
  /** Homes in the call's scope at which the person helps on record today: no role comes with it. */
  readonly helps: readonly HelpAt[]
  /** Built by the edge for the call's scope; a handler cannot build one. */
  readonly repository: Repository
  /** Stamped when the request arrived. */
  readonly now: Date
  readonly newId: () => string
  readonly key: RequestKey
  /** The session's id, for closing it. */
  readonly session: string
  /** When the person last showed who is there. */
  readonly confirmedAt: string | undefined
  /** The peer's address, for counting failures. */
  readonly address: string
}

export type Handler<In, Out, Repository> = (input: In, call: Call<Repository>) => Promise<Out>
export type Handlers<C extends Contract, Repository> = {
  readonly [K in keyof C]: Handler<Input<C[K]>, Output<C[K]>, Repository>
}

/** What answers a contract: a repository for a scope, and a handler for each operation. */
export interface Feature<C extends Contract, Repository> {
  /** `scope` is absent for operations outside a community, `place` where the path names none at all. */
  readonly open: (
    ports: Ports,
    scope: CommunityScope | undefined,
    place: PlaceScope | undefined,
  ) => Repository
  readonly handlers: Handlers<C, Repository>
}
