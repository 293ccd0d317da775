import { ofOfficers } from './officer-contract.ts'
import { ofPerson } from './person-contract.ts'

export const bindings = { ...ofPerson, ...ofOfficers }
