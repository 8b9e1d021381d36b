package flows4ee.engine.parser;

/** The XML namespaces a diagram is read by; prefixes play no part. */
final class Namespaces {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";

  /** Extensions of Flows for APEX, usual prefix {@code apex}. */
  static final String APEX = "https://flowsforapex.org";

  /** The extensions under the name they had in the first releases. */
  static final String APEX_FORMER = "http://www.apex.mt-ag.com";

  /** Extensions of this product, usual prefix {@code f4ee}. */
  static final String F4EE = "urn:flows4ee:bpmn";

  private Namespaces() {}
}
