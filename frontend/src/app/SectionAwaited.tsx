import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/ui/EmptyState';
import { PageHeader } from '../shared/ui/PageHeader';
import { SECTIONS } from './layout/sections';
import { NotFound } from './NotFound';

/** Stands in for a section of the navigation whose feature has not been added to the router. */
export function SectionAwaited() {
  const { t } = useTranslation();
  const { service, section } = useParams({ from: '/shell/$service/$section' });
  const known = SECTIONS.find(({ to }) => to === `/${service}/${section}`);
  if (!known) return <NotFound />;
  return (
    <>
      <PageHeader title={t(`nav.${known.key}`)} />
      <EmptyState title={t('awaited.title')} hint={t('awaited.hint')} />
    </>
  );
}
