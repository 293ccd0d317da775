import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { previewRegister } from '../importing.ts'
import { anyCommunity, truthOf } from './any-community.fixture.ts'
import { anyFormat, writeRegister } from './any-format.fixture.ts'

const hash = (text: string): string => createHmac('sha256', 'test').update(text).digest('base64url')

test('any community, written down in any format, is read back to the same figures', async () => {
  await fc.assert(
    fc.asyncProperty(anyCommunity, anyFormat, async (homes, format) => {
      const preview = await previewRegister(writeRegister(homes, format), { hash })
      if (!preview.understood) throw new Error(preview.code)
      expect(preview.figures).toEqual(truthOf(homes))
      expect(preview.understanding.certain).toBe(true)
      expect(preview.understanding.leftOut).toEqual([])
    }),
    {
      numRuns: Number(process.env['FORMATS'] ?? 200),
      seed: Number(process.env['SEED'] ?? 20_261_122),
    },
  )
})
