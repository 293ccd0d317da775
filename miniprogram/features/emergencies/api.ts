import { clientOf } from '#miniprogram/platform/api.ts'
import { emergencies, emergencyAreas } from '#shared/emergencies/contract.ts'

export const emergenciesApi = clientOf(emergencies)
export const emergencyAreasApi = clientOf(emergencyAreas)
