import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { leave, providerQuery } from '../../shared/api/oidc';
import type { ApiProblem } from '../../shared/api/problem';
import { FormErrors } from '../../shared/ui/form/FormErrors';

/** Coming in with an account of another house, where this house is told of one. */
export function OidcButton({ next }: { next: string | undefined }) {
  const { t } = useTranslation();
  const provider = useQuery(providerQuery).data;
  const go = useMutation<void, ApiProblem>({ mutationFn: () => leave({ kind: 'sign-in', next }) });
  if (!provider?.is_on) return null;
  return (
    <>
      <FormErrors problem={go.error} />
      <Button
        variant="default"
        size="md"
        mt="md"
        fullWidth
        leftSection={<IconExternalLink size={20} aria-hidden />}
        loading={go.isPending}
        onClick={() => go.mutate()}
      >
        {t('session.oidc', { name: provider.name ?? t('session.oidc_name') })}
      </Button>
    </>
  );
}
