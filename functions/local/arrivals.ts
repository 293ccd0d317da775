import { photoArrivals } from '../photos/arrival.ts'
import { announcingBlobs } from '../platform/blobs/announcing-blobs.ts'
import type { FileBlobs } from '../platform/blobs/file-blobs.ts'
import type { Ports } from '../platform/ports.ts'
import { registerArrived } from '../register/arrival.ts'
import { inTurn } from '../register/in-turn.ts'
import { isRegisterKey } from '../register/places.ts'

/** What follows when something stands under its key: a photo is looked at before the phone is answered, a register after. */
export interface Arrivals {
  /** The same files; orders to work on registers are taken from them. */
  readonly blobs: FileBlobs
  arrived(key: string): Promise<void>
  /** Resolves when no work on a register is left. */
  idle(): Promise<void>
}

/** @param ports asked for once something arrives: they hold these very blobs */
export function openArrivals(kept: FileBlobs, ports: () => Ports): Arrivals {
  const turn = inTurn((err) => {
    ports().log.error('work on a register failed', { message: String(err) })
  })
  const workOn = (key: string): void => {
    turn.begin(() => registerArrived(ports(), { key, bytes: 0 }))
  }
  return {
    blobs: announcingBlobs(kept, isRegisterKey, workOn),
    async arrived(key) {
      if (isRegisterKey(key)) workOn(key)
      else await photoArrivals(ports())(key)
    },
    idle: () => turn.idle(),
  }
}
