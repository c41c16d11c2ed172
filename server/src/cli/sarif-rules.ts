import type { ReportingDescriptor, Result } from 'sarif';
import { rulePage } from '../features/rule-page';
import { rules } from '../rules';
import type { Rule, Severity } from '../rules/rule';
import { plain } from '../text/message';
import { explainText } from './describe';

export const LEVELS: Readonly<Record<Severity, NonNullable<Result['level']>>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** Every rule as SARIF describes it, in the order of the documentation. */
export const sarifRules = (): ReportingDescriptor[] => rules.map(descriptorOf);

function descriptorOf({ meta, concepts = [] }: Rule): ReportingDescriptor {
  const { id, severity, offByDefault, fix, docs } = meta;
  return {
    id,
    shortDescription: { text: plain(docs.summary) },
    fullDescription: { text: plain(docs.why) },
    help: { text: explainText(id), markdown: rulePage(id) ?? '' },
    defaultConfiguration: { level: LEVELS[severity], ...(offByDefault && { enabled: false }) },
    properties: { tags: [...concepts, ...(fix === 'none' ? [] : [`fix-${fix}`])] },
  };
}
