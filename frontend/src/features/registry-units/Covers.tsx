import { Button, Group, Table } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../shared/ui/DateText';
import { useNames } from '../../shared/ui/kept/useNames';
import { onDemand } from '../../shared/ui/onDemand';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { Unverified } from './Unverified';
import { type Cover, coversQuery, removeCover, type Unit } from './units';

const CoverDialog = onDemand(() => import('./CoverDialog').then((m) => m.CoverDialog));

/** The provinces that the union covers or covered, each with its days. */
export function Covers({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Cover | 'new' | null>(null);
  const keeps = unit.allowed_actions?.includes('cover') ?? false;
  return (
    <Panel
      title={t('registry_units.covers')}
      actions={
        keeps && (
          <Button variant="default" onClick={() => setAsked('new')}>
            {t('registry_units.cover.add')}
          </Button>
        )
      }
    >
      <QueryState query={useQuery(coversQuery(unit.id))}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t(unit.national ? 'registry_units.cover.whole' : 'registry_units.cover.none')}</p>
          ) : (
            <CoverTable covers={items} keeps={keeps} onEdit={setAsked} />
          )
        }
      </QueryState>
      {asked && (
        <CoverDialog
          unitId={unit.id}
          {...(asked !== 'new' && { cover: asked })}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}

type Props = { covers: readonly Cover[]; keeps: boolean; onEdit: (cover: Cover) => void };

function CoverTable({ covers, keeps, onEdit }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { provinces } = useNames();
  const called = (code: string) => provinces.find(({ value }) => value === code)?.label ?? code;
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {(['province_code', 'basis', 'valid_from', 'valid_to', 'source'] as const).map((name) => (
              <Table.Th key={name}>{t(`registry_units.cover.field.${name}`)}</Table.Th>
            ))}
            {keeps && <Table.Th>{t('registry_units.cover.actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {covers.map((cover) => (
            <Table.Tr key={cover.id}>
              <Table.Td>{called(cover.province_code)}</Table.Td>
              <Table.Td>{t(`registry_units.cover.basis.${cover.basis as 'own'}`)}</Table.Td>
              <Table.Td>
                <DateText value={cover.valid_from} />
              </Table.Td>
              <Table.Td>
                <DateText value={cover.valid_to} />
              </Table.Td>
              <Table.Td>
                {cover.source} <Unverified verified={cover.verified} />
              </Table.Td>
              {keeps && (
                <Table.Td>
                  <Group gap="xs" wrap="nowrap">
                    <Button size="xs" variant="default" onClick={() => onEdit(cover)}>
                      {t('kept.edit')}
                    </Button>
                    <ActionButtons
                      allowed={['remove']}
                      actions={[
                        {
                          name: 'remove',
                          label: t('registry_units.cover.remove'),
                          consequence: t('registry_units.cover.remove_hint'),
                          tone: 'grave',
                          run: async () => {
                            await removeCover(cover);
                            await client.invalidateQueries({ queryKey: ['registry'] });
                          },
                        },
                      ]}
                    />
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
