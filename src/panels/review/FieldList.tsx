import type { Route } from '../../providers/connectionOf.ts';
import { keyPlaceholder, type RecordedRequest, type RequestValue } from './recordRequest.ts';
import styles from './ReviewSheet.module.css';

/** Longest value shown; the bundle has all of it. */
const longest = 2000;

/** Every field of the request with its value. */
export const FieldList = ({ request, route }: { readonly request: RecordedRequest; readonly route: Route }) => (
  <dl className={styles.facts}>
    {request.body?.fields.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{valueWords(value)}</dd>
      </div>
    ))}
    {request.headers.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd className={styles.quiet}>{value.includes(keyPlaceholder) ? keyWords(route) : value}</dd>
      </div>
    ))}
  </dl>
);

const keyWords = (route: Route): string =>
  route.kind === 'gateway' ? 'the key, added by the gateway, never shown' : 'the key, never shown';

const valueWords = (value: RequestValue): string => {
  if (value.kind === 'text') return value.text.length > longest ? `${value.text.slice(0, longest)}…` : value.text;
  switch (value.as) {
    case 'file':
      return `the ${value.role}, as shown`;
    case 'base64':
      return `the ${value.role} in base64, as shown`;
    case 'address':
      return `a public address of the ${value.role}, made when it is sent and deleted afterwards`;
  }
};
