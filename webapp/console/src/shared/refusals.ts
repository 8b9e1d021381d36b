import { createCatalogue } from './language';

/** Refusals that people meet at the console, by what they are about. */
const texts = createCatalogue({
  en: {
    clientExists: () => 'There is a client with this name already.',
    clientManaged: () => 'The client is managed by the server: its configuration declares it.',
    twoSecrets: () => 'The client has two secrets already.',
    diagramExists: () => 'There is a diagram with this name and version already.',
    notDraft: () => 'The diagram is no draft any more.',
    statusChange: () => 'The diagram cannot change to this status from the one it has now.',
    runs: () => 'The diagram has instances that have not ended, so it cannot be archived.',
    notStartable: () => 'No instances can be made of this diagram in its status.',
    messageTaken: (message: string, diagram: string) =>
      `The message ${message} starts instances of the diagram ${diagram} already.`,
    stepGone: () => 'This step has moved on meanwhile.',
    notCompletable: () => 'This step cannot be completed in its status.',
    notFailed: () => 'This step is not in error any more.',
    suspended: () => 'The instance is suspended.',
    locked: () => 'Somebody else works on this at the moment. Try again soon.',
    reservedForYou: () => 'This step is reserved for you already.',
    reservedBy: (who: string) => `This step is reserved by ${who}.`,
    onlyRunning: () => 'Only instances that run or are in error can be suspended.',
    onlySuspended: () => 'Only suspended instances can be resumed.',
    hasCompleted: () => 'The instance is completed and cannot be terminated.',
    notSuspended: () => 'The instance has to be suspended before a step is rewound.',
    notRewindable: () => 'There is nothing of this kind to go back to.',
    noInstance: () => 'This instance does not exist (any more).',
    otherSession: () => 'You have signed in anew meanwhile. Try again.',
  },
  de: {
    clientExists: () => 'Es gibt schon einen Client mit diesem Namen.',
    clientManaged: () => 'Der Client wird vom Server verwaltet: Dessen Konfiguration legt ihn fest.',
    twoSecrets: () => 'Der Client hat schon zwei Geheimnisse.',
    diagramExists: () => 'Es gibt schon ein Diagramm mit diesem Namen und dieser Version.',
    notDraft: () => 'Das Diagramm ist kein Entwurf mehr.',
    statusChange: () => 'Aus seinem jetzigen Status kann das Diagramm nicht in diesen wechseln.',
    runs: () => 'Das Diagramm hat Instanzen, die nicht beendet sind, und lässt sich nicht archivieren.',
    notStartable: () => 'Von diesem Diagramm lassen sich in seinem Status keine Instanzen anlegen.',
    messageTaken: (message, diagram) => `Die Nachricht ${message} startet schon Instanzen des Diagramms ${diagram}.`,
    stepGone: () => 'Dieser Schritt ist inzwischen weitergegangen.',
    notCompletable: () => 'In seinem Status lässt sich dieser Schritt nicht abschließen.',
    notFailed: () => 'Dieser Schritt ist nicht mehr im Fehler.',
    suspended: () => 'Die Instanz ist angehalten.',
    locked: () => 'Jemand anders arbeitet gerade daran. Versuchen Sie es bald wieder.',
    reservedForYou: () => 'Dieser Schritt ist schon für Sie reserviert.',
    reservedBy: (who) => `Dieser Schritt ist für ${who} reserviert.`,
    onlyRunning: () => 'Nur Instanzen, die laufen oder im Fehler sind, lassen sich anhalten.',
    onlySuspended: () => 'Nur angehaltene Instanzen lassen sich fortsetzen.',
    hasCompleted: () => 'Die Instanz ist beendet und lässt sich nicht terminieren.',
    notSuspended: () => 'Die Instanz muss angehalten sein, bevor ein Schritt zurückgespult wird.',
    notRewindable: () => 'So etwas, wohin es zurückginge, gibt es nicht.',
    noInstance: () => 'Diese Instanz gibt es nicht (mehr).',
    otherSession: () => 'Sie haben sich inzwischen neu angemeldet. Versuchen Sie es noch einmal.',
  },
});

/** What the server says, and the parts of it that the sentence tells as well. */
const WORDINGS: readonly [RegExp, keyof ReturnType<typeof texts.now>][] = [
  [/^Client already exists$/, 'clientExists'],
  [/^Client is managed by the server$/, 'clientManaged'],
  [/^Client has two live secrets$/, 'twoSecrets'],
  [/^Diagram already exists$/, 'diagramExists'],
  [/^Diagram is not a draft$/, 'notDraft'],
  [/^Status change not allowed$/, 'statusChange'],
  [/^You tried to archive a diagram that has running instances/, 'runs'],
  [/^Diagram can not be started in status/, 'notStartable'],
  [/^The message name (.+) already starts instances of diagram (.+)\.$/, 'messageTaken'],
  [/^This Process Step has already occurred/, 'stepGone'],
  [/^Subflow ID supplied/, 'stepGone'],
  [/^Step can not be completed in status/, 'notCompletable'],
  [/^No Current Error Found/, 'notFailed'],
  [/^Cannot force next step on subflow that is not in error status/, 'notFailed'],
  [/^This process instance is currently suspended/, 'suspended'],
  [/currently locked (\(not reserved\) )?by another user/i, 'locked'],
  [/^Reservation already placed/, 'reservedForYou'],
  [/^Reservation for .* unsuccessful\. Step already reserved by another user \((.+)\)/, 'reservedBy'],
  [/^Only process instances currently in running or error status/, 'onlyRunning'],
  [/^Only process instances currently in suspended status/, 'onlySuspended'],
  [/^Process instance \d+ is completed and can not be terminated/, 'hasCompleted'],
  [/^Process instance \d+ must be suspended before a rewind/, 'notSuspended'],
  [/^Subflow \d+ cannot be rewound/, 'notRewindable'],
  [/^Process instance \d+ does not exist/, 'noInstance'],
  [/^CSRF token missing or wrong$/, 'otherSession'],
];

/** A refusal as a sentence in the viewer's language; undefined for one that is not known. */
export function refusalOf(message: string): string | undefined {
  for (const [wording, key] of WORDINGS) {
    const match = wording.exec(message);
    if (match) {
      const sentence: (...parts: string[]) => string = texts.now()[key];
      return sentence(...match.slice(1));
    }
  }
  return undefined;
}
