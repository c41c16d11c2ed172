import { links } from '../facts/links';
import { isOn } from '../model/entity';
import { environmentExample } from './campaign-examples';
import { isHosted, known } from './environment';
import { entityRule } from './rule';

export const integrationPackageMissing = entityRule({
  meta: {
    id: 'integration-package-missing',
    severity: 'warning',
    since: '0.1.0',
    fix: 'none',
    messages: {
      missing:
        'The built-in package **Integration with the Adobe Experience Cloud** is not installed, and without it nobody can sign in with an Adobe ID. Install it before you set the external account up.',
      hosted:
        'The built-in package **Integration with the Adobe Experience Cloud** is not installed, and without it nobody can sign in with an Adobe ID. Adobe installs it on hosted environments; ask Adobe about it.',
    },
    docs: {
      summary: 'The package “Integration with the Adobe Experience Cloud” is not installed.',
      why: 'Adobe names this built-in package as a prerequisite of the external account of type Adobe Experience Cloud.',
      invalid: environmentExample({ integrationPackageInstalled: 'false' }),
      valid: environmentExample({ integrationPackageInstalled: 'true' }),
      links: [links.configuringIms],
    },
  },

  concepts: ['campaign-environment'],

  check(entity, report) {
    const value = known(entity, 'integrationPackageInstalled');
    if (!value || isOn(entity, 'integrationPackageInstalled') !== false) return;
    report({ at: value.span, message: isHosted(entity) ? 'hosted' : 'missing' });
  },
});
