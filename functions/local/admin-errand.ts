import { inviteAdmin } from '../people/offers.ts'
import type { Asked } from './asked.ts'
import type { Machine } from './machine.ts'

/** A code by which somebody becomes an administrator of the platform. */
export const adminErrand = async (_: Asked, { ports }: Machine): Promise<Response> =>
  Response.json(await inviteAdmin(ports))
