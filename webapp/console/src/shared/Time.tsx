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

/** A moment of the API for `<input type="datetime-local">`, in the viewer's zone. */
export function toLocalInput(value: string | null | undefined): string {
  if (!value) {
    return '';
  }
  const date = new Date(value);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The reverse; empty is null. */
export function fromLocalInput(value: string): string | null {
  return value ? new Date(value).toISOString() : null;
}
