import { language, type Language } from './language';
import { useStore } from './store';
import { texts } from './texts';

function formatter(locale: Language, withTime: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    ...(withTime && { timeStyle: 'medium' }),
  });
}

/** A moment in the viewer's zone and language. */
export function formatTime(value: string, withTime = true): string {
  return formatter(language.get(), withTime).format(new Date(value));
}

/**
 * A moment of the API (RFC 3339) in the viewer's zone; UTC on hover. Nothing there: a word for it.
 *
 * @param withTime false for the day alone
 */
export function Time({ value, none, withTime = true }: { value?: string | null; none?: string; withTime?: boolean }) {
  useStore(language);
  const words = texts.use();
  if (!value) {
    return <>{none ?? words.never}</>;
  }
  return (
    <time dateTime={value} title={`${value.replace('T', ' ').replace('Z', '')} UTC`}>
      {formatTime(value, withTime)}
    </time>
  );
}

/** A moment of the API for `<input type="datetime-local">`, in the viewer's zone; no moment is empty. */
export function toLocalInput(value: string | null | undefined): string {
  const date = new Date(value || NaN);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return Number.isNaN(local.getTime()) ? '' : local.toISOString().slice(0, 16);
}

/**
 * The reverse; empty is null.
 *
 * @param before what the field began with: it shows no seconds, and untouched it keeps them
 */
export function fromLocalInput(value: string, before?: string | null): string | null {
  if (before && toLocalInput(before) === value) {
    return before;
  }
  return value ? new Date(value).toISOString() : null;
}
