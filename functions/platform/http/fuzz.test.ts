import { openapiDocument } from '../openapi/document.ts'
import { operationsIn } from './fuzz-requests.fixture.ts'
import { fuzz } from './fuzz.fixture.ts'

// The bench sends many more (`FUZZ_INPUTS`); another seed sends others.
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_124)
const operations = operationsIn(openapiDocument())
const INPUTS = Number(process.env['FUZZ_EACH'] ?? 20) * operations.length

jest.setTimeout(60_000 + INPUTS * 20)

test('hostile inputs to every operation: no fault, and every refusal has its code and sentence', async () => {
  const { sent, answered, reached, failures } = await fuzz(SEED, INPUTS)
  process.stdout.write(`fuzz: seed ${SEED}, ${sent} inputs, answers ${JSON.stringify(answered)}\n`)
  expect(failures.join('\n\n')).toBe('')
  // Inputs that nothing lets in would prove little. (What is about a thing that few have made is rarely let in.)
  expect(reached.size).toBeGreaterThan(operations.length * 0.45)
})
