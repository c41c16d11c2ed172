import { links } from '../facts/links';
import { fieldOf, textOf } from '../model/entity';
import { accountExample, environmentsExample } from './campaign-examples';
import { fieldName } from './field-name';
import {
  accountsOf,
  isProduction,
  type PlacedAccount,
  shareCallback,
  withSameHost,
} from './placed-account';
import { documentRule, type Example } from './rule';

export const callbackShared = documentRule({
  meta: {
    id: 'callback-shared',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      production:
        '**{label}** (`{key}`) leads to `{host}`, as it does for `{other}`. People who sign in to one of the two land on the other one, and production should redirect to the address of production. Write the address of the `{environment}` instance here or, if this is it, correct that of `{other}`.',
      shared:
        '**{label}** (`{key}`) leads to `{host}`, as it does for `{other}`. People who sign in to one of the two land on the other one. Write the address of the `{environment}` instance here or, if this is it, correct that of `{other}`.',
      other: 'The account of `{other}` leads there, too.',
    },
    docs: {
      summary: 'Accounts of two environments that send people back to the same server.',
      why: 'Adobe sends people back to the callback server after they sign in. Where two environments have the same one, people who sign in to one of them land on the other. Production should redirect to the address of production. Packages are told apart by words such as `dev`, `stage` and `prod` in the names of their files and folders.',
      invalid: twoEnvironments('https://campaign.luma-shop.com'),
      valid: twoEnvironments('https://campaign-stage.luma-shop.com'),
      links: [links.imsTroubleshooting],
    },
  },

  check(document, report, { workspace }) {
    for (const account of accountsOf(document, workspace)) {
      const others = withSameHost(account).filter(
        (each) => shareCallback(each, account) && isToBlame(account, each),
      );
      const [first] = [...others.filter(isProduction), ...others];
      if (!first) continue;
      const { entity, host = '', environment = '' } = account;
      const field = fieldOf(entity, 'callbackServer');
      const value = textOf(entity, 'callbackServer');
      if (!field || !value) continue;
      report({
        at: value.span,
        entity,
        message: isProduction(first) && !isProduction(account) ? 'production' : 'shared',
        data: { ...fieldName(field, entity), host, environment, other: first.environment ?? '' },
        related: others.slice(0, MOST).map((each) => ({
          at: textOf(each.entity, 'callbackServer')?.span ?? each.entity.head,
          message: 'other',
          data: { other: each.environment ?? '' },
          document: each.document,
        })),
      });
    }
  },
});

/** So many other accounts are named. */
const MOST = 5;

/** Of two accounts the one that is not production, or else the later one. */
function isToBlame(me: PlacedAccount, other: PlacedAccount): boolean {
  const [mine, theirs] = [isProduction(me), isProduction(other)];
  return mine === theirs ? other.index < me.index : theirs;
}

function twoEnvironments(staging: string): Example {
  const { file, text } = environmentsExample({ staging: {}, production: {} });
  const account = (environment: string, callbackServer: string) =>
    accountExample({ environment, callbackServer }).text.replace(/^(?=.)/gm, '    ');
  return {
    file,
    text: `${text}externalAccounts:
  staging:
${account('staging', staging)}  production:
${account('production', 'https://campaign.luma-shop.com')}`,
  };
}
