import type { ComponentType } from 'preact';
import type { Language } from '../shared';

export interface PageProps {
  /** The segments of the address after the page's name, decoded. */
  path: readonly string[];
}

export interface Page {
  /** First segment of the address. */
  name: string;
  /** The entry of the navigation. */
  label: Record<Language, string>;
  /** The page's code, loaded when it is first wanted. */
  load: () => Promise<{ default: ComponentType<PageProps> }>;
}

/** The pages in the order of the navigation; the first one is where people arrive. */
export const pages: readonly Page[] = [
  {
    name: 'instances',
    label: { en: 'Instances', de: 'Instanzen' },
    load: () => import('./instances'),
  },
  {
    name: 'tasks',
    label: { en: 'Tasks', de: 'Aufgaben' },
    load: () => import('./tasks'),
  },
  {
    name: 'diagrams',
    label: { en: 'Diagrams', de: 'Diagramme' },
    load: () => import('./diagrams'),
  },
  {
    name: 'operations',
    label: { en: 'Operations', de: 'Betrieb' },
    load: () => import('./operations'),
  },
  {
    name: 'configuration',
    label: { en: 'Configuration', de: 'Konfiguration' },
    load: () => import('./configuration'),
  },
];
