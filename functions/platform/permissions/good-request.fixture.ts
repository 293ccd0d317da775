import { api } from '#shared/api.ts'
import type { Route, Sent } from '#shared/kernel/route.ts'

/** A request that is answered with a success, as things stand when the world is ready. */
export interface GoodRequest {
  /** `feature.operation` */
  readonly id: string
  readonly route: Route
  /** Who sends it. */
  readonly as: string
  readonly input: Readonly<Record<string, unknown>>
}

const IDS: ReadonlyMap<Route, string> = new Map(
  Object.entries(api).flatMap(([feature, contract]) =>
    Object.entries<Route>(contract).map(([name, route]) => [route, `${feature}.${name}`] as const),
  ),
)

export function good<R extends Route>(route: R, as: string, input: Sent<R>): GoodRequest {
  const id = IDS.get(route)
  if (id === undefined) throw new Error(`no contract has ${route.path}`)
  return { id, route, as, input: input }
}
