import { type ConfigNode, type Property, property, textAt } from '../../syntax/tree';
import { type Dialect, names } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { labelOf } from './label';

/**
 * The value of Campaign's option `NmsPipeline_Config`: which Experience Cloud Triggers it
 * processes.
 */
export const campaignPipelineOption: FileKind = {
  id: 'campaign-pipeline-option',
  title: 'Adobe Campaign option NmsPipeline_Config',
  files: ['NmsPipeline_Config*.json', '*.json'],
  syntaxes: ['json'],
  recognition: {
    marker: /"js[_-]?conn?ect[eo]rs?"|"name"\s*:\s*"triggers"/i,
    content: (root) => itemsOf(TOPICS, root).some(isTriggersTopic),
    alsoName: /(^|[\\/])NmsPipeline_Config[^\\/]*\.json$/i,
  },
  entities: (root) => [
    readEntity(root, optionDialect, { container: true }),
    ...itemsOf(TOPICS, root).flatMap((topic) => [
      readEntity(topic, topicDialect, { label: labelOf(topic, ['consumer', 'name']) }),
      ...itemsOf(TRIGGERS, topic).map((trigger) =>
        readEntity(trigger, triggerDialect, { label: labelOf(trigger, ['name']) }),
      ),
    ]),
  ],
};

// Also as people misspell them, so that a misspelled key does not hide everything behind it.
const TOPICS = /^topics?$/i;
const TRIGGERS = /^tri?gg?ers?$/i;
const CONNECTOR = /^js[_-]?conn?ect[eo]rs?$/i;

/**
 * Other programs have topics and consumers, too; only Campaign has triggers with JavaScript
 * libraries.
 */
const isTriggersTopic = (topic: ConfigNode): boolean =>
  keyed(TRIGGERS, topic)?.value.type === 'array' &&
  (textAt(topic, 'name') === 'triggers' ||
    itemsOf(TRIGGERS, topic).some((trigger) => keyed(CONNECTOR, trigger)));

function itemsOf(pattern: RegExp, node: ConfigNode | undefined): readonly ConfigNode[] {
  const list = keyed(pattern, node)?.value;
  return list?.type === 'array' ? list.items : [];
}

function keyed(pattern: RegExp, node: ConfigNode | undefined): Property | undefined {
  if (node?.type !== 'object') return undefined;
  const key = node.properties.findLast((each) => pattern.test(each.key))?.key;
  return key === undefined ? undefined : property(node, key);
}

const shared = { secrets: 'references' } as const;

const optionDialect: Dialect = {
  ...shared,
  concept: 'pipeline-option',
  names: names({ topics: { path: 'topics', shape: 'any' } }),
};

const topicDialect: Dialect = {
  ...shared,
  concept: 'pipeline-topic',
  names: names({
    name: 'name',
    consumer: 'consumer',
    triggers: { path: 'triggers', shape: 'any' },
  }),
};

const triggerDialect: Dialect = {
  ...shared,
  concept: 'pipeline-trigger',
  names: names({ name: 'name', jsConnector: 'jsConnector' }),
};
