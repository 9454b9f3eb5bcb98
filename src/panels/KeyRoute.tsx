import { Fragment } from 'react';
import type { Route } from '../providers/connectionOf.ts';
import { isLoopback } from '../providers/isLoopback.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ProviderForm.module.css';

type KeyRouteProps = {
  readonly route: Route;
  /** A key is typed in this tab; else the gateway's own is used where it has one. */
  readonly typed: boolean;
  readonly keyInGateway: boolean;
};

/** Where the key goes, stop by stop. */
export const KeyRoute = ({ route, typed, keyInGateway }: KeyRouteProps) => {
  if (route.kind === 'here') return null;
  const host = hostOf(route.baseUrl);
  const gateway = isLoopback(location.href) ? 'local gateway' : 'this page’s gateway';
  const stops =
    route.kind === 'direct'
      ? ['this tab', host]
      : keyInGateway && !typed
        ? [gateway, host]
        : ['this tab', gateway, host];
  return (
    <p className={styles.route}>
      <Icon name="lock" small />
      The key goes from{' '}
      {stops.map((stop, index) => (
        <Fragment key={stop}>
          {index > 0 && <Icon name="arrow" small />}
          {index > 0 && <span className={styles.hidden}> to </span>}
          <b>{stop}</b>
        </Fragment>
      ))}{' '}
      and nowhere else.
    </p>
  );
};

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : 'the address above');
