import { CloseButton, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './FileList.module.css';
import type { Upload } from './useUploads';

export function UploadRow({ upload, onDismiss }: { upload: Upload; onDismiss: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.item}>
      <div className={classes.words}>
        {upload.name}
        {upload.failure ? (
          <p className={classes.failed}>{upload.failure}</p>
        ) : (
          <Progress
            value={upload.fraction * 100}
            size="sm"
            mt={4}
            aria-label={t('file.sending', { name: upload.name })}
          />
        )}
      </div>
      {upload.failure && <CloseButton aria-label={t('action.close')} onClick={onDismiss} />}
    </div>
  );
}
