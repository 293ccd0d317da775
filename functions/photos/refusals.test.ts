import { PhotoReason } from '#shared/photos/contract.ts'
import { photoRefusals } from '#shared/photos/refusals.ts'
import { VoiceReason } from '#shared/photos/voice-contract.ts'
import { voiceRefusals } from '#shared/photos/voice-refusals.ts'

test('every reason a photo is refused for has its sentence', () => {
  for (const reason of PhotoReason.options) {
    expect(photoRefusals[reason].detail).toMatch(/^[^a-z]*。$|JPG、PNG 或 WebP/)
  }
})

test('every reason a voice note is refused for has its sentence', () => {
  for (const reason of VoiceReason.options) {
    expect(voiceRefusals[reason].detail).toMatch(/^[^a-z]*。$/)
  }
})
