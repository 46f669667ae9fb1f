import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PageHeader.module.css';
import { useDocumentTitle } from './useDocumentTitle';

type Props = { title: string; lead?: ReactNode; badge?: ReactNode; back?: ReactNode; actions?: ReactNode };

/** The head of a screen: what this is, in which state, and what can be done with it. */
export function PageHeader({ title, lead, badge, back, actions }: Props) {
  useDocumentTitle(title);
  return (
    <div className={classes.head}>
      <div className={classes.words}>
        {back && <div className={classes.back}>{back}</div>}
        <div className={classes.line}>
          <Title order={1}>{title}</Title>
          {badge}
        </div>
        {lead && <div className={classes.lead}>{lead}</div>}
      </div>
      {actions && <div className={`${classes.actions} no-print`}>{actions}</div>}
    </div>
  );
}
