import { ApiError, call, type Answer } from './api';
import type { QueryValues } from './location';

/** Milliseconds between two looks: what changes is looked at more often than what does not. */
export interface Rhythm {
  shortest: number;
  longest: number;
}

export interface Listener<T> {
  onData(data: T): void;
  onError(error: ApiError): void;
}

/**
 * Looks at an address again and again: with the entity tag of the last answer, so that an unchanged
 * one costs nearly nothing; ever less often while nothing changes or the server fails; not at all
 * while the tab is hidden. The first look counts as use of the session, the others do not.
 */
export class Poller<T> {
  private etag: string | undefined;
  private wait: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | undefined;
  private isBackground = false;
  private readonly onVisibility = () => this.pauseOrResume();

  constructor(
    private readonly address: { path: string; query: QueryValues },
    private readonly rhythm: Rhythm,
    private readonly listener: Listener<T>,
  ) {
    this.wait = rhythm.shortest;
    document.addEventListener('visibilitychange', this.onVisibility);
    void this.look();
  }

  /** Looks at once, for instance after something was changed here. */
  refresh(): void {
    this.wait = this.rhythm.shortest;
    this.isBackground = false;
    void this.look();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.onVisibility);
    clearTimeout(this.timer);
    this.running?.abort();
  }

  private pauseOrResume(): void {
    if (document.hidden) {
      clearTimeout(this.timer);
    } else {
      this.wait = this.rhythm.shortest;
      void this.look();
    }
  }

  private async look(): Promise<void> {
    clearTimeout(this.timer);
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    try {
      this.take(await this.ask(running.signal));
    } catch (error) {
      if (running.signal.aborted) {
        return;
      }
      this.fail(error);
    }
    this.isBackground = true;
    this.next();
  }

  private ask(signal: AbortSignal): Promise<Answer<T>> {
    const headers = {
      ...(this.etag && { 'If-None-Match': this.etag }),
      ...(this.isBackground && { 'X-Background': '1' }),
    };
    return call<T>('GET', this.address.path, undefined, { query: this.address.query, headers, signal });
  }

  private take(answer: Answer<T>): void {
    if (answer.status === 304) {
      this.wait = Math.min(this.wait * 1.5, this.rhythm.longest);
    } else {
      this.wait = this.rhythm.shortest;
      this.etag = answer.etag;
      this.listener.onData(answer.data);
    }
  }

  private fail(error: unknown): void {
    const known = error instanceof ApiError ? error : new ApiError(0, String(error));
    this.wait = Math.max(Math.min(this.wait * 2, this.rhythm.longest), (known.retryAfter ?? 0) * 1000);
    this.listener.onError(known);
  }

  private next(): void {
    if (!document.hidden) {
      this.timer = setTimeout(() => void this.look(), this.wait);
    }
  }
}
