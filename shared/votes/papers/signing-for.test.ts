import { canSignFor } from './signing-for.ts'

const at = (hour: number) => `2026-12-10T0${hour}:00:00.000Z`
const accepted = { agent: 'agent-1', at: at(2) }

test.each([
  [{}, 'votes.no_written_proxy'],
  [{ accepted: { agent: 'agent-1', at: at(6) } }, 'votes.no_written_proxy'],
  [{ accepted }, 'agent-1'],
  [{ accepted, ended: { at: at(5) } }, 'votes.mandate_ended'],
  [{ accepted, ended: { at: at(6) } }, 'agent-1'],
])('a sheet handed in at five, under %j: %s', (mandate, expected) => {
  const decision = canSignFor(mandate, at(5))
  expect(decision.ok ? decision.value : decision.code).toBe(expected)
})
