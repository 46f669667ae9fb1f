import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SideNav } from './SideNav';

/** The navigation on a phone. */
export function MobileMenu({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened
      onClose={onClose}
      size={280}
      padding={0}
      withCloseButton={false}
      aria-label={t('shell.menu')}
    >
      <SideNav onNavigate={onClose} />
    </Drawer>
  );
}
