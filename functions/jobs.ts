import type { Ports } from './platform/ports.ts'
import { createSweep, type Sweep } from './platform/jobs/sweep.ts'

/** Everything that happens by the clock, over the ports: run by a timer here, by a schedule and a stream on AWS. */
export const createJobs = (ports: Ports): Sweep => createSweep(ports, [])
