import { ActionIcon } from '@mantine/core';
import { IconFileText, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../format/dates';
import { formatBytes } from '../../format/numbers';
import classes from './FileList.module.css';

export type FileItem = {
  id: string;
  name: string;
  size: number;
  href: string;
  uploaded_at: string;
  uploaded_by?: string;
};
type Props = { files: readonly FileItem[]; onRemove?: (file: FileItem) => void };

export function FileList({ files, onRemove }: Props) {
  const { t } = useTranslation();
  if (files.length === 0) return <p className={classes.none}>{t('file.none')}</p>;
  return (
    <ul className={classes.list}>
      {files.map((file) => (
        <li key={file.id} className={classes.item}>
          <IconFileText size={20} stroke={1.5} aria-hidden />
          <div className={classes.words}>
            <a href={file.href} download={file.name}>
              {file.name}
            </a>
            <span className={classes.detail}>
              {[formatBytes(file.size), file.uploaded_by, formatDateTime(file.uploaded_at)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          {onRemove && (
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={t('file.remove', { name: file.name })}
              onClick={() => onRemove(file)}
            >
              <IconTrash size={18} stroke={1.6} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}
