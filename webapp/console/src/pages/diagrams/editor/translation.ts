import type { Language } from '../../../shared';

const GERMAN: Record<string, string> = {
  'Activate hand tool': 'Hand zum Verschieben der Fläche',
  'Activate lasso tool': 'Lasso zum Auswählen',
  'Activate create/remove space tool': 'Platz schaffen oder wegnehmen',
  'Activate global connect tool': 'Verbinden',
  'Create start event': 'Startereignis',
  'Create intermediate/boundary event': 'Zwischen- oder Randereignis',
  'Create end event': 'Endereignis',
  'Create gateway': 'Gateway',
  'Create task': 'Aufgabe',
  'Create data object reference': 'Datenobjekt',
  'Create data store reference': 'Datenspeicher',
  'Create expanded sub-process': 'Teilprozess',
  'Create pool/participant': 'Pool',
  'Create group': 'Gruppe',
  'Append end event': 'Endereignis anhängen',
  'Append gateway': 'Gateway anhängen',
  'Append task': 'Aufgabe anhängen',
  'Append intermediate/boundary event': 'Zwischen- oder Randereignis anhängen',
  'Append text annotation': 'Anmerkung anhängen',
  'Add text annotation': 'Anmerkung hinzufügen',
  'Change element': 'Art ändern',
  'Change type': 'Art ändern',
  'Connect to other element': 'Mit einem anderen Element verbinden',
  'Connect using sequence/message flow or association': 'Verbinden',
  'Connect using association': 'Mit Assoziation verbinden',
  Delete: 'Löschen',
  Remove: 'Entfernen',
  'Set color': 'Farbe',
  'Open {element}': '{element} öffnen',
  'Search elements': 'Elemente suchen',
  'User task': 'Benutzeraufgabe',
  'Service task': 'Dienstaufgabe',
  'Script task': 'Skriptaufgabe',
  'Business rule task': 'Geschäftsregelaufgabe',
  'Send task': 'Sendeaufgabe',
  'Receive task': 'Empfangsaufgabe',
  'Manual task': 'Manuelle Aufgabe',
  Task: 'Aufgabe',
  'Call activity': 'Aufrufaktivität',
  'Sub-process (collapsed)': 'Teilprozess (zugeklappt)',
  'Sub-process (expanded)': 'Teilprozess (aufgeklappt)',
  'Exclusive gateway': 'Exklusives Gateway',
  'Parallel gateway': 'Paralleles Gateway',
  'Inclusive gateway': 'Inklusives Gateway',
  'Event-based gateway': 'Ereignisbasiertes Gateway',
};

/** The texts of bpmn-js in a language; what is not translated stays English. */
export function translate(language: Language) {
  return (template: string, replacements: Record<string, string> = {}): string => {
    const text = (language === 'de' && GERMAN[template]) || template;
    return text.replace(/{([^}]+)}/g, (_, name: string) => replacements[name] ?? `{${name}}`);
  };
}
