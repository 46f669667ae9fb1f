/** Vietnamese is the source and always there; English is a chunk of its own, fetched when asked for. */
import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import vi from './vi.json';

export type Language = 'vi' | 'en';
const KEPT = 'language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi };
    returnNull: false;
  }
}

export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'translation')) {
    i18n.addResourceBundle('en', 'translation', (await import('./en.json')).default);
  }
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  await i18n.changeLanguage(language);
}

export async function startLanguage(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    resources: { vi: { translation: vi } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  if (localStorage.getItem(KEPT) === 'en') await setLanguage('en');
}
