package flows4ee.rest.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a resource method takes and gives, for the description of the API; bodies are named after
 * their schemas in {@code src/main/openapi}. What all calls have in common (headers, refusals, the
 * roles of {@code @RolesAllowed}) is added when the description is built.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Exchange {

  /** Schema of the body that the call takes; empty for none. */
  String takes() default "";

  /** Schema of the answer; {@code <Row>Collection} is a collection of rows of a schema. */
  String gives();

  /** Statuses of success. */
  int[] status() default 200;

  /** How the collection is paged. */
  Pages pages() default Pages.NONE;

  /** Statuses of refusals besides those that calls of its kind have in common. */
  int[] refusals() default {};

  /** The roles that are needed, where they are not those of {@code @RolesAllowed}. */
  String[] roles() default {};

  /** The kinds of paging. */
  enum Pages {
    NONE,
    /** One page unless {@code limit} or {@code offset} is given. */
    ON_DEMAND,
    /** Pages of 25, by offset or by cursor. */
    ALWAYS
  }
}
