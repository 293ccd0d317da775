import type { Places } from '../communities/offers.ts'
import { sights } from '../privacy/offers.ts'
import { registerFeature } from './handlers.ts'

export const registerWing = (places: Places) => registerFeature({ places, sights })
