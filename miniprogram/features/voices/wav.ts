const HEAD = 44

/** Sound of one channel, each sample from -1 to 1, as a WAV file of 16 bits a sample: what every phone plays. */
export function wavOf(samples: Float32Array, rate: number): ArrayBuffer {
  const file = new ArrayBuffer(HEAD + samples.length * 2)
  const view = new DataView(file)
  const write = (at: number, text: string): void => {
    for (let i = 0; i < text.length; i += 1) view.setUint8(at + i, text.charCodeAt(i))
  }
  write(0, 'RIFF')
  view.setUint32(4, file.byteLength - 8, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  write(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  samples.forEach((sample, i) => {
    view.setInt16(HEAD + i * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true)
  })
  return file
}

/** All channels in one. */
export function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0)] = channels
  return first.map(
    (_, i) => channels.reduce((sum, one) => sum + (one[i] ?? 0), 0) / channels.length,
  )
}
