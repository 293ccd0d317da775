import type { Ports } from '../platform/ports.ts'
import { importUpload } from './import-upload.ts'
import { whoseFile, whoseOrder } from './places.ts'
import { fileArrived, orderArrived } from './work.ts'

type Needs = Pick<Ports, 'table' | 'blobs' | 'keys' | 'log' | 'now' | 'newId'>

/** What the store announces under `registers/`. */
export interface RegisterArrival {
  readonly key: string
  readonly bytes: number
}

/**
 * A file somebody uploaded by the form they were given, an order to work on it, or a file an operator put there:
 * only the last becomes the register at once. Announcing twice, late or of nothing does no harm.
 */
export async function registerArrived(ports: Needs, arrival: RegisterArrival): Promise<void> {
  const order = whoseOrder(arrival.key)
  if (order) return orderArrived(ports, order)
  const file = whoseFile(arrival.key)
  if (file && (await fileArrived(ports, file))) return
  await importUpload(ports, arrival)
}
