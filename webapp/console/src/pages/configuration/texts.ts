import { createCatalogue } from '../../shared';

export const texts = createCatalogue({
  en: {
    title: 'Configuration - REST',
  },
  de: {
    title: 'Konfiguration - REST',
  },
});
