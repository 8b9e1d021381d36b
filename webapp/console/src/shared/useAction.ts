import { useState } from 'preact/hooks';
import type { ApiError } from './api';
import { asApiError } from './errors';

export interface Action {
  isRunning: boolean;
  /** Why the last run failed. */
  error?: ApiError;
  /** Runs something that changes things; a second run waits for nobody and is left out. */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

/** Runs changes one at a time and keeps the failure for an `ErrorNote`. */
export function useAction(): Action {
  const [state, setState] = useState<{ isRunning: boolean; error?: ApiError }>({ isRunning: false });
  return {
    ...state,
    async run(work) {
      if (state.isRunning) {
        return false;
      }
      setState({ isRunning: true });
      try {
        await work();
        setState({ isRunning: false });
        return true;
      } catch (error) {
        setState({ isRunning: false, error: asApiError(error) });
        return false;
      }
    },
  };
}
