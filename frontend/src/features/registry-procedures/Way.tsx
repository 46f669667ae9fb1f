import { useTranslation } from 'react-i18next';
import classes from './Way.module.css';
import { type Kind, type Status, WAY } from './words';

/** The stations to the usual end: behind, here, ahead. */
export function Way({ kind, status }: { kind: Kind; status: Status }) {
  const { t } = useTranslation();
  const way = WAY[kind];
  // a supplement is a stop at the committee's door
  const here = way.indexOf(status === 'supplement_requested' ? 'submitted' : status);
  return (
    <ol className={classes.way}>
      {way.map((station, index) => {
        const state = index < here ? 'behind' : index === here ? 'here' : 'ahead';
        return (
          <li
            key={station}
            className={classes.station}
            data-state={state}
            aria-current={state === 'here' ? 'step' : undefined}
          >
            {t(`registry_procedures.status.${station}`)}
          </li>
        );
      })}
    </ol>
  );
}
