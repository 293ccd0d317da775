import { PhotoReason } from '#shared/photos/contract.ts'
import { photoRefusals } from '#shared/photos/refusals.ts'

test('every reason a photo is refused for has its sentence', () => {
  for (const reason of PhotoReason.options) {
    expect(photoRefusals[reason].detail).toMatch(/^[^a-z]*。$|JPG、PNG 或 WebP/)
  }
})
