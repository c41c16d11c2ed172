import { productContextUnexpected } from '../../server/src/rules/product-context-unexpected';
import { testRule } from '../support/testRule';

const file = 'shop.external-account.yaml';

testRule(productContextUnexpected, {
  valid: [
    { name: 'the documented value', file, code: 'productContext: dma_campaign_classic\n' },
    { name: 'none', file, code: 'label: Shop\n' },
    { name: 'an empty one', file, code: "productContext: ''\n" },
    { name: 'a reference', file, code: 'productContext: ${CONTEXT}\n' },
  ],
  invalid: [
    {
      name: 'another value',
      file,
      code: "productContext: '«dma_campaign»' # old\n",
      severity: 'warning',
      titles: ['Use `dma_campaign_classic`'],
      fixed: "productContext: 'dma_campaign_classic' # old\n",
    },
    {
      name: 'another case, in a package',
      file: 'a.xml',
      code: '<package><entities schema="nms:extAccount"><extAccount name="MAC" productContext="«DMA_Campaign_Classic»"/></entities></package>',
    },
  ],
});
