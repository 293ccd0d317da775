import { mixed, wavOf } from './wav.ts'

const bytesOf = (samples: readonly number[], rate = 16_000) =>
  Buffer.from(wavOf(new Float32Array(samples), rate))

test('a WAV file of one channel, 16 bits a sample', () => {
  const file = bytesOf([0, 0.5, -0.5, 1, -1])
  expect(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 16)).toBe('RIFFWAVEfmt ')
  expect(file.readUInt32LE(4)).toBe(file.length - 8)
  expect([20, 22, 32, 34].map((at) => file.readUInt16LE(at))).toEqual([1, 1, 2, 16])
  expect([24, 28, 40].map((at) => file.readUInt32LE(at))).toEqual([16_000, 32_000, 10])
  expect([44, 46, 48, 50, 52].map((at) => file.readInt16LE(at))).toEqual([
    ...[0, 16_384, -16_383, 32_767, -32_767],
  ])
})

test('what is louder than loud is cut, not turned round', () => {
  const file = bytesOf([3, -3])
  expect([file.readInt16LE(44), file.readInt16LE(46)]).toEqual([32_767, -32_767])
})

test('two channels become one, and none is silence', () => {
  const channels = [new Float32Array([1, 0]), new Float32Array([0, -0.5])]
  expect([...mixed(channels)]).toEqual([0.5, -0.25])
  expect(mixed([])).toHaveLength(0)
})
