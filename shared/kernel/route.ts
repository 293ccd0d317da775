import type { Permission } from './permissions.ts'
import * as z from './zod.ts'

/** `anyone` needs no session, `signed_in` any session; a permission needs a role that carries it in the path's scope. */
export type Access = 'anyone' | 'signed_in' | Permission

/** `required` where something is created or cast, `accepted` on every other POST, `none` on sessions. */
export type Idempotency = 'required' | 'accepted' | 'none'

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Under `/api/v1`. `:community` in it makes that community the scope of the call. */
  readonly path: string
  readonly summary: string
  readonly access: Access
  /** Also for whoever helps at a home of that community on record (代办人): what they may do there is the feature's rule. */
  readonly helpers?: true
  /** Also for whoever had a home of that community and has none any more: for what they filed themselves. */
  readonly formerly?: true
  /** Only on POST, where it must be given. */
  readonly idempotency?: Idempotency
  /** Dangerous: only within ten minutes of a second factor, or of the login for those who have none. */
  readonly fresh?: true
  /** Which limit counts it, where it is not the one of its method. */
  readonly counted?: 'read'
  /** 200 unless given. */
  readonly success?: 200 | 201
  /** Path parameters, then query (GET, DELETE) or body (POST, PUT), as one strict object. */
  readonly input: z.ZodObject
  readonly output: z.ZodType
}

export type Contract = Readonly<Record<string, Route>>
export type Sent<R extends Route> = z.input<R['input']>
export type Input<R extends Route> = z.output<R['input']>
export type Output<R extends Route> = z.output<R['output']>

export const contract = <const C extends Contract>(routes: C): C => routes

/** A page of a list: `limit` up to 100, and the signed, opaque place where the page before ended. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).optional(),
  cursor: z.string().max(1_000).optional(),
}
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().optional() })

/** An instant in UTC, `2026-11-24T10:00:00.000Z`. */
export const Instant = z.iso.datetime()
/** A calendar day in Shanghai, `2026-11-24`. */
export const Day = z.iso.date()
/** An identifier of ours in a path or body: never interpreted, only looked up. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, '编号格式不对')
