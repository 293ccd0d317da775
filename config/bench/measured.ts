/** Throughput per second, latencies in ms. */
export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** One load over HTTP; processor time of the server in ms per request, where the system tells it. */
export interface Loaded extends Measured {
  readonly requests: number
  readonly failed: number
  readonly cpuMs: number | undefined
}

/** One import of a register in a process of its own. */
export interface Imported {
  /** The store's adapter. */
  readonly on: string
  readonly units: number
  readonly ms: number
  /** Resident before, and the most that ever was. */
  readonly idleMb: number
  readonly peakMb: number
}

/** One sweep of a store with so many open complaints, of which so many were due. */
export interface Swept {
  readonly open: number
  readonly due: number
  /** By one sweep; whom it concerns the next one tells. */
  readonly visited: number
  readonly failed: number
  readonly ms: number
  /** Of the processor, all threads of the process: what is left when other work takes its share of the machine. */
  readonly cpuMs: number
}

/** One ballot and its signature in bytes as DynamoDB counts them, and the capacity units of casting it. */
export interface BallotCost {
  readonly ballot: number
  readonly signature: number
  readonly reads: number
  readonly writes: number
}

/** A register uploaded, previewed and confirmed over HTTP; memory of the server, where the system tells it. */
export interface ImportedOverHttp {
  readonly on: string
  readonly units: number
  /** From asking for the form until the dry run is there; from confirming until the version stands. */
  readonly previewMs: number
  readonly confirmMs: number
  readonly idleMb: number | undefined
  readonly peakMb: number | undefined
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0
}

export const median = (values: readonly number[]): number => percentile(values, 50)
