package flows4ee.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The business reference of an instance: its VARCHAR2 variable BUSINESS_REF of scope 0, whatever
 * the case of its name.
 */
final class SqlBusinessRef {

  private static final String CONDITION =
      "prov_scope = 0 and prov_name_uc = 'BUSINESS_REF' and prov_var_type = 'VARCHAR2'";

  private SqlBusinessRef() {}

  /** Joins the variable as {@code business} to the instance of that id. */
  static String join(String processId) {
    return "\n  left join flow_process_variables business on business.prov_prcs_id = "
        + processId
        + " and business.prov_scope = 0 and business.prov_name_uc = 'BUSINESS_REF'"
        + " and business.prov_var_type = 'VARCHAR2'";
  }

  /** Instances with any of the references; an index holds the first 200 characters. */
  static SqlFilter anyOf(String processId, Collection<String> references) {
    if (references.isEmpty()) {
      return new SqlFilter();
    }
    List<Object> parameters = new ArrayList<>();
    List<String> alternatives = new ArrayList<>();
    for (String reference : references) {
      alternatives.add("substr(prov_var_vc2, 1, 200) = ? and prov_var_vc2 = ?");
      parameters.add(reference.substring(0, Math.min(200, reference.length())));
      parameters.add(reference);
    }
    return new SqlFilter()
        .and(
            processId
                + " in (select prov_prcs_id from flow_process_variables where "
                + CONDITION
                + " and ("
                + String.join(" or ", alternatives)
                + "))",
            parameters.toArray());
  }
}
