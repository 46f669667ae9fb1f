import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { save } from '../../shared/api/download';
import type { Paper } from './subject';

const bytes = (content: string) => Uint8Array.from(atob(content), (one) => one.charCodeAt(0));

/** The papers of one part that name the person, to be looked at by a person. */
export function Papers({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTranslation();
  if (papers.length === 0) return null;
  // never rendered here: a paper is somebody else's file
  const take = (paper: Paper, content: string) =>
    save(new Blob([bytes(content)], { type: 'application/octet-stream' }), paper.name);
  return (
    <div>
      <Text fw={600} size="sm">
        {t('subject_exports.files')}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t('subject_exports.files_hint')}
      </Text>
      <List size="sm" spacing={6}>
        {papers.map((paper) => (
          <List.Item key={paper.id}>
            {paper.name}{' '}
            {paper.content === null ? (
              <Text span size="sm" c="dimmed">
                ({t('subject_exports.too_large')})
              </Text>
            ) : (
              <Anchor
                component="button"
                type="button"
                inherit
                onClick={() => take(paper, paper.content as string)}
              >
                {t('subject_exports.take')}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
