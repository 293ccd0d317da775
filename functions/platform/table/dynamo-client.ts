import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  DynamoDBClient,
  type ConsumedCapacity,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb'
import type { OnCapacity, Operation } from './capacity.ts'
import { secondsOf, systemClock } from './expiry.ts'

export interface DynamoOptions {
  readonly now?: () => Date
  /** Told of every request; asking DynamoDB for its figures costs nothing but bytes. */
  readonly onCapacity?: OnCapacity
  /** From 0 up to but not 1: spreads the retries of a batch. */
  readonly random?: () => number
  readonly wait?: (ms: number) => Promise<void>
}

const RANDOM_STEPS = 1 << 30

/** One table of one client: what every request needs. */
export class DynamoTarget {
  readonly name: string
  readonly client: DynamoDBClient
  readonly random: () => number
  readonly wait: (ms: number) => Promise<unknown>
  readonly #now: () => Date
  readonly #onCapacity: OnCapacity | undefined

  constructor(name: string, config: DynamoDBClientConfig, options: DynamoOptions) {
    this.name = name
    this.client = new DynamoDBClient(config)
    this.random = options.random ?? (() => randomInt(RANDOM_STEPS) / RANDOM_STEPS)
    this.wait = options.wait ?? sleep
    this.#now = options.now ?? systemClock
    this.#onCapacity = options.onCapacity
  }

  seconds(): number {
    return secondsOf(this.#now())
  }

  /** Part of every request's input. */
  base() {
    return {
      TableName: this.name,
      ...(this.#onCapacity && { ReturnConsumedCapacity: 'INDEXES' as const }),
    }
  }

  read(operation: Operation, consumed: ConsumedCapacity | undefined): void {
    this.#onCapacity?.(operation, { reads: consumed?.CapacityUnits ?? 0, writes: 0 })
  }

  wrote(operation: Operation, consumed: ConsumedCapacity | undefined): void {
    this.#onCapacity?.(operation, { reads: 0, writes: consumed?.CapacityUnits ?? 0 })
  }
}
