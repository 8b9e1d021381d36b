import { useEffect, useReducer } from 'preact/hooks';

const MINUTE_MS = 60_000;

/** The time in milliseconds; every minute the component is drawn anew, for what gets late by itself. */
export function useMinute(): number {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => redraw(), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return Date.now();
}
