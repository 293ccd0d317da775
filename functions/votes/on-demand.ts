import type { Contract } from '#shared/kernel/route.ts'
import type { Handlers } from '../platform/http/call.ts'
import { remembered } from '../platform/remembered.ts'

type AnyHandler = (input: unknown, call: unknown) => Promise<unknown>

/** Handlers that come with the first request to one of them. */
export function onDemand<C extends Contract, R>(
  operations: C,
  load: () => Promise<Handlers<C, R>>,
): Handlers<C, R> {
  const loaded = remembered(load)
  const later = (name: string): AnyHandler => {
    return async (input, call) => {
      const handlers = (await loaded()) as unknown as Readonly<Record<string, AnyHandler>>
      const handler = handlers[name]
      if (!handler) throw new Error(`nothing answers ${name}`)
      return handler(input, call)
    }
  }
  const names = Object.keys(operations)
  return Object.fromEntries(names.map((name) => [name, later(name)])) as unknown as Handlers<C, R>
}
