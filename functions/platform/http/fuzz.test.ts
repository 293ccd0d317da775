import { openapiDocument } from '../openapi/document.ts'
import { operationsIn } from './fuzz-requests.fixture.ts'
import { fuzz } from './fuzz.fixture.ts'

// The bench sends many more (`FUZZ_EACH`); another seed sends others.
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_124)
const operations = operationsIn(openapiDocument())
const EACH = Number(process.env['FUZZ_EACH'] ?? Math.ceil(2_000 / operations.length))
const INPUTS = EACH * operations.length

jest.setTimeout(120_000 + INPUTS * 20)

test('hostile inputs to every operation: no fault, and every refusal has its code and sentence', async () => {
  const { sent, answered, reached, failures } = await fuzz(SEED, INPUTS)
  const share = reached.size / operations.length
  const told = `${sent} inputs, ${Math.round(share * 100)}% reached, answers ${JSON.stringify(answered)}`
  process.stdout.write(`fuzz: seed ${SEED}, ${told}\n`)
  expect(failures.join('\n\n')).toBe('')
  // Inputs that nothing lets in would prove little. (What a code of half a minute opens is rarely reached.)
  expect(share).toBeGreaterThan(INPUTS < 10_000 ? 0.8 : 0.9)
})

test('the same seed sends the same requests, and they are answered the same', async () => {
  const few = operations.length
  const [first, second] = [await fuzz(SEED, few), await fuzz(SEED, few)]
  expect(second).toEqual(first)
})
