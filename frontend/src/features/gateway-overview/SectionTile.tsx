import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './Overview.module.css';

export function SectionTile({ to, title, text }: { to: string; title: string; text: string }) {
  return (
    <Link to={to} className={classes.tile}>
      <span className={classes.title}>
        {title}
        <IconArrowRight size={17} stroke={1.7} aria-hidden />
      </span>
      <span className={classes.text}>{text}</span>
    </Link>
  );
}
