import { ApiError } from './api';
import { createCatalogue } from './language';
import { refusalOf } from './refusals';

/** Instead of the status of an answer: our own failure. */
const UNEXPECTED = -2;

/** Sentences for what the API answers; texts that are not known pass as they are. */
const sentences = createCatalogue({
  en: {
    unreachable: 'The server does not answer. Is it running, and are you online?',
    signedOut: 'You are not signed in any more.',
    forbidden: 'You lack the role for this.',
    notFound: 'This does not exist (any more).',
    changed: 'Somebody else has changed this meanwhile. Reload it and try again.',
    tooLarge: 'This is too large.',
    tooMany: (seconds: number) => `Too many attempts. Try again in ${seconds} seconds.`,
    unavailable: 'The service is not available at the moment. Try again soon.',
    internal: 'Something went wrong on the server. Its log tells more under the number of the request.',
    badValue: (names: string) => `This value will not do: ${names}.`,
    missing: (names: string) => `A value is missing: ${names}.`,
    unexpected: 'Something went wrong in this page.',
  },
  de: {
    unreachable: 'Der Server antwortet nicht. Läuft er, und sind Sie online?',
    signedOut: 'Sie sind nicht mehr angemeldet.',
    forbidden: 'Dafür fehlt Ihnen die Rolle.',
    notFound: 'Das gibt es nicht (mehr).',
    changed: 'Jemand anders hat das inzwischen geändert. Laden Sie es neu und versuchen Sie es noch einmal.',
    tooLarge: 'Das ist zu groß.',
    tooMany: (seconds) => `Zu viele Versuche. Versuchen Sie es in ${seconds} Sekunden wieder.`,
    unavailable: 'Der Dienst ist gerade nicht verfügbar. Versuchen Sie es bald wieder.',
    internal: 'Auf dem Server ist etwas schiefgegangen. Sein Protokoll sagt unter der Nummer der Anfrage mehr.',
    badValue: (names) => `Dieser Wert geht nicht: ${names}.`,
    missing: (names) => `Ein Wert fehlt: ${names}.`,
    unexpected: 'In dieser Seite ist etwas schiefgegangen.',
  },
});

type Sentences = ReturnType<typeof sentences.now>;

function ofStatus(error: ApiError, words: Sentences): string | undefined {
  switch (error.status) {
    case UNEXPECTED:
      return words.unexpected;
    case 0:
      return words.unreachable;
    case 401:
      return words.signedOut;
    case 412:
      return words.changed;
    case 413:
      return words.tooLarge;
    case 429:
      return words.tooMany(error.retryAfter ?? 1);
    case 502:
    case 503:
    case 504:
      return words.unavailable;
    case 500:
      return error.message === 'Internal error' ? words.internal : undefined;
    default:
      return undefined;
  }
}

function ofMessage(error: ApiError, words: Sentences): string {
  switch (error.message) {
    case 'Necessary privilege not granted':
      return words.forbidden;
    case 'Item not found':
      return words.notFound;
    case 'Bad value':
      return words.badValue(error.details.join(', '));
    case 'Attribute not found':
      return words.missing(error.details.join(', '));
    case 'Processing Error':
      return error.details.join('; ') || error.message;
    default:
      return refusalOf(error.message) ?? error.message;
  }
}

/** What to tell the viewer about a failure, as a sentence in his language. */
export function sentenceOf(error: unknown): string {
  const words = sentences.now();
  return error instanceof ApiError ? (ofStatus(error, words) ?? ofMessage(error, words)) : words.unexpected;
}

/** Keeps what is not our own failure visible to developers. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  console.error(error);
  return new ApiError(UNEXPECTED, String(error));
}
