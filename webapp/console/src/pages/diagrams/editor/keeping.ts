/**
 * Lets bpmn-moddle keep elements of foreign namespaces wherever they stand. By itself it keeps them
 * below `extensionElements` only, while the `apex:` vocabulary has some directly in event
 * definitions and, in old files, in tasks. A descriptor of the vocabulary would lose what it does
 * not name; so would-be elements of later versions are kept as well.
 */
export const KEEPING = {
  name: 'Keeping',
  prefix: 'keeping',
  uri: 'urn:flows4ee:keeping',
  types: [
    {
      name: 'Keeper',
      isAbstract: true,
      extends: ['bpmn:BaseElement'],
      properties: [{ name: 'foreign', type: 'Element', isMany: true }],
    },
  ],
};
