import type { register as contract } from '#shared/register/contract.ts'
import type { Feature } from '../platform/http/call.ts'
import { exportRegister } from './exporting/export.ts'
import { importingHandlers } from './importing-handlers.ts'
import { readingHandlers } from './reading-handlers.ts'
import { openShop, type RegisterNeeds, type RegisterShop } from './shop.ts'
import { transfer } from './transferring.ts'
import { versionHandlers } from './versions.ts'

export const registerFeature = (needs: RegisterNeeds): Feature<typeof contract, RegisterShop> => ({
  open: openShop,
  handlers: {
    ...readingHandlers(needs),
    ...importingHandlers(needs),
    ...versionHandlers,
    transfer,
    export: (input, call) => exportRegister(needs, input, call),
  },
})
