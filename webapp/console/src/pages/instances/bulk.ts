import { sentenceOf } from '../../shared';

export type ItemState = 'open' | 'running' | 'done' | 'failed' | 'left';

export interface ItemResult {
  state: ItemState;
  /** Why it failed, as a sentence. */
  reason?: string;
}

/** Calls under way at the same time: quick, yet other people are still served. */
const AT_A_TIME = 4;

/** Does the same to many things, a few at a time, until it is stopped. */
export class BulkRun<Item> {
  readonly results: ItemResult[];
  private next = 0;
  private isStopped = false;

  constructor(
    readonly items: readonly Item[],
    private readonly work: (item: Item) => Promise<unknown>,
    private readonly onChange: () => void,
  ) {
    this.results = items.map(() => ({ state: 'open' }));
  }

  /** Ends when all is done, or after a stop when what was under way is done. */
  async run(): Promise<void> {
    await Promise.all(Array.from({ length: AT_A_TIME }, () => this.drain()));
    this.results.forEach((result, at) => result.state === 'open' && this.set(at, { state: 'left' }));
  }

  /** Lets what is under way end and begins nothing more. */
  stop(): void {
    this.isStopped = true;
  }

  count(...states: ItemState[]): number {
    return this.results.filter(({ state }) => states.includes(state)).length;
  }

  private async drain(): Promise<void> {
    while (!this.isStopped && this.next < this.items.length) {
      await this.one(this.next++);
    }
  }

  private async one(at: number): Promise<void> {
    this.set(at, { state: 'running' });
    try {
      await this.work(this.items[at]!);
      this.set(at, { state: 'done' });
    } catch (error) {
      this.set(at, { state: 'failed', reason: sentenceOf(error) });
    }
  }

  private set(at: number, result: ItemResult): void {
    this.results[at] = result;
    this.onChange();
  }
}
