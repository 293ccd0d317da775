import type { account } from '#shared/privacy/contract.ts'
import type { Feature } from '../platform/http/call.ts'
import type { Ports } from '../platform/ports.ts'
import { closeAccount, keepAccount, showClosure } from './closing.ts'
import { exportMine } from './export.ts'
import type { PersonalData } from './personal-data.ts'

export const accountFeature = (parts: readonly PersonalData[]): Feature<typeof account, Ports> => ({
  open: (ports) => ports,
  handlers: {
    export: (_, call) => exportMine(parts, call),
    closure: (_, call) => showClosure(parts, call),
    close: (_, call) => closeAccount(parts, call),
    keep: (_, call) => keepAccount(parts, call),
  },
})
