import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setLanguage } from '../../shared/i18n/setup';

/** Offers the other language by its own name, which is how its readers look for it. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'vi' : 'en';
  const name = other === 'en' ? 'English' : 'Tiếng Việt';
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      fw={500}
      lang={other}
      title={name}
      aria-label={`${other.toUpperCase()}, ${name}`}
      onClick={() => void setLanguage(other)}
    >
      {other.toUpperCase()}
    </Button>
  );
}
