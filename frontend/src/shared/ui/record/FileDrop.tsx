import '@mantine/dropzone/styles.layer.css';
import { Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../api/upload';
import { formatBytes } from '../../format/numbers';
import { UploadRow } from './UploadRow';
import { useUploads } from './useUploads';

/** What an office sends: PDF, Word, Excel, scans. */
const OFFICE = {
  'application/pdf': ['.pdf'],
  'application/msword': ['.doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.ms-excel': ['.xls'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
};

type Props = {
  /** Sends one file; resolves when the server has it. */
  send: (file: File, onProgress: Progress) => Promise<unknown>;
  onSent: () => void;
  maxBytes?: number;
  /** Media types with their endings, where it is not what an office sends. */
  accept?: Record<string, string[]>;
  /** Those types in words, beside the limit of size. */
  hint?: string;
  /** One file at a time. */
  isSingle?: boolean;
};

export function FileDrop(props: Props) {
  const { send, onSent, maxBytes = 20_000_000, accept = OFFICE, hint, isSingle = false } = props;
  const size = formatBytes(maxBytes);
  const { t } = useTranslation();
  const uploads = useUploads(send, onSent);
  const refuse = (name: string, code: string | undefined) =>
    uploads.refuse(name, code === 'file-too-large' ? t('file.too_large', { size }) : t('file.wrong_type'));
  return (
    <div className="no-print">
      <Dropzone
        accept={accept}
        multiple={!isSingle}
        maxSize={maxBytes}
        onDrop={uploads.start}
        onReject={(rejected) => {
          for (const { file, errors } of rejected) refuse(file.name, errors[0]?.code);
        }}
        inputProps={{ 'aria-label': t('file.choose') }}
        mt="sm"
        p="md"
      >
        <Text ta="center" fw={500}>
          {t('file.drop')}
        </Text>
        <Text ta="center" size="sm" c="dimmed">
          {hint ? `${hint} · ≤ ${size}` : t('file.limits', { size })}
        </Text>
      </Dropzone>
      <div aria-live="polite">
        {uploads.list.map((upload) => (
          <UploadRow key={upload.id} upload={upload} onDismiss={() => uploads.dismiss(upload.id)} />
        ))}
      </div>
    </div>
  );
}
