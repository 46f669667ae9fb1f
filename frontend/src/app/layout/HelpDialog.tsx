import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const KEYS = [
  { keys: ['Ctrl', 'K'], text: 'help.palette' },
  { keys: ['/'], text: 'help.search' },
  { keys: ['j'], text: 'help.next' },
  { keys: ['k'], text: 'help.previous' },
  { keys: ['Enter'], text: 'help.open' },
  { keys: ['?'], text: 'help.title' },
] as const;

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Table aria-label={t('help.title')}>
        <Table.Tbody>
          {KEYS.map(({ keys, text }) => (
            <Table.Tr key={text}>
              <Table.Td w={110}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{t(text)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
