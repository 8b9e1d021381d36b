package flows4ee.persistence;

import java.util.Set;

/**
 * The functions a query of a diagram may call: none has an effect, and none makes a long text out
 * of short ones.
 */
final class QueryFunctions {

  private static final Set<String> SYNTAX =
      Set.of(
          "all",
          "and",
          "any",
          "as",
          "between",
          "by",
          "case",
          "distinct",
          "else",
          "except",
          "exists",
          "filter",
          "from",
          "group",
          "grouping",
          "having",
          "in",
          "intersect",
          "is",
          "join",
          "lateral",
          "like",
          "limit",
          "materialized",
          "minus",
          "not",
          "on",
          "or",
          "order",
          "over",
          "partition",
          "select",
          "sets",
          "some",
          "then",
          "union",
          "using",
          "values",
          "when",
          "where",
          "with",
          "within");
  private static final Set<String> TYPES =
      Set.of(
          "char", "character", "decimal", "number", "numeric", "timestamp", "varchar", "varchar2");
  private static final Set<String> FUNCTIONS =
      Set.of(
          // aggregates and windows
          "avg",
          "count",
          "max",
          "min",
          "sum",
          "stddev",
          "variance",
          "listagg",
          "string_agg",
          "row_number",
          "rank",
          "dense_rank",
          "ntile",
          "lag",
          "lead",
          "first_value",
          "last_value",
          // numbers
          "abs",
          "ceil",
          "ceiling",
          "floor",
          "mod",
          "power",
          "round",
          "sign",
          "sqrt",
          "trunc",
          // texts
          "ascii",
          "btrim",
          "char_length",
          "concat",
          "initcap",
          "instr",
          "left",
          "length",
          "lower",
          "ltrim",
          "position",
          "right",
          "rtrim",
          "strpos",
          "substr",
          "substring",
          "translate",
          "trim",
          "upper",
          // dates
          "add_months",
          "current_timestamp",
          "date_part",
          "date_trunc",
          "dateadd",
          "datediff",
          "day",
          "extract",
          "last_day",
          "month",
          "months_between",
          "to_date",
          "to_timestamp",
          "year",
          // anything
          "cast",
          "coalesce",
          "decode",
          "greatest",
          "json_value",
          "least",
          "nullif",
          "nvl",
          "nvl2",
          "to_char",
          "to_clob",
          "to_number");

  private QueryFunctions() {}

  /** Whether an opening parenthesis may follow this word, which is in lower case. */
  static boolean mayPrecedeParenthesis(String word) {
    return FUNCTIONS.contains(word)
        || SYNTAX.contains(word)
        || TYPES.contains(word)
        || word.chars().allMatch(Character::isDigit);
  }
}
