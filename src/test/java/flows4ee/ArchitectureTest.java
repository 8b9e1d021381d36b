package flows4ee;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URL;
import java.util.stream.Stream;

/** Which package may use which: one rule for each row of the import table. */
@AnalyzeClasses(packages = "flows4ee", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ENGINE = "flows4ee.engine";
  private static final String ERROR = "flows4ee.engine.error";
  private static final String MODEL = "flows4ee.engine.model";
  private static final String PARSER = "flows4ee.engine.parser";
  private static final String STATE = "flows4ee.engine.state";
  private static final String VARIABLE = "flows4ee.engine.variable";
  private static final String EXPRESSION = "flows4ee.engine.expression..";
  private static final String TIMER = "flows4ee.engine.timer";
  private static final String MESSAGE = "flows4ee.engine.message";
  private static final String EXECUTION = "flows4ee.engine.execution";

  @ArchTest static final ArchRule errorUsesNothing = only(ERROR);

  @ArchTest static final ArchRule modelUsesNothing = only(MODEL);

  @ArchTest static final ArchRule parserUsesErrorAndModel = only(PARSER, ERROR, MODEL);

  @ArchTest static final ArchRule stateUsesErrorAndModel = only(STATE, ERROR, MODEL);

  @ArchTest static final ArchRule variableUsesState = only(VARIABLE, ERROR, MODEL, STATE);

  @ArchTest
  static final ArchRule expressionUsesVariable = only(EXPRESSION, ERROR, MODEL, STATE, VARIABLE);

  @ArchTest
  static final ArchRule timerUsesExpression =
      only(TIMER, ERROR, MODEL, STATE, VARIABLE, EXPRESSION);

  @ArchTest
  static final ArchRule messageUsesExpression =
      only(MESSAGE, ERROR, MODEL, STATE, VARIABLE, EXPRESSION);

  @ArchTest
  static final ArchRule executionUsesNoBehavior =
      only(EXECUTION, ERROR, MODEL, PARSER, STATE, VARIABLE, EXPRESSION, TIMER, MESSAGE);

  @ArchTest static final ArchRule gatewayUsesExecution = behavior("flows4ee.engine.gateway");

  @ArchTest static final ArchRule eventUsesExecution = behavior("flows4ee.engine.event");

  @ArchTest static final ArchRule activityUsesExecution = behavior("flows4ee.engine.activity");

  @ArchTest static final ArchRule checkUsesState = only("flows4ee.engine.check", STATE, MODEL);

  @ArchTest static final ArchRule engineUsesItselfOnly = only(ENGINE, "flows4ee.engine..");

  @ArchTest
  static final ArchRule engineIsPlainJava =
      noClasses()
          .that()
          .resideInAPackage("flows4ee.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ws.rs..",
              "jakarta.servlet..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "jakarta.ejb..",
              "jakarta.persistence..",
              "jakarta.transaction..",
              "java.sql..",
              "javax.sql..",
              "javax.naming..")
          .allowEmptyShould(true);

  @ArchTest static final ArchRule oauthUsesNothing = only("flows4ee.oauth..");

  @ArchTest
  static final ArchRule persistenceUsesPorts =
      only(
          "flows4ee.persistence..",
          ENGINE,
          STATE,
          MODEL,
          "flows4ee.engine.check",
          "flows4ee.oauth..",
          "flows4ee.rest..",
          "flows4ee.admin..");

  @ArchTest
  static final ArchRule restUsesEngineAndOauth =
      only("flows4ee.rest..", ENGINE, ERROR, MODEL, STATE, VARIABLE, "flows4ee.oauth..");

  @ArchTest
  static final ArchRule adminUsesEngineAndOauth =
      only("flows4ee.admin..", ENGINE, ERROR, "flows4ee.oauth..");

  @ArchTest
  static final ArchRule jsonUsesNothing =
      noClasses()
          .that()
          .resideInAPackage("flows4ee.json..")
          .should()
          .dependOnClassesThat(ours("flows4ee.json.."))
          .allowEmptyShould(true);

  /**
   * The server calls nobody by an address of its own making: mails and queries go through sessions
   * and data sources that operators set up.
   */
  @ArchTest
  static final ArchRule nothingOpensConnections_SEC_INJ_5 =
      noClasses()
          .that()
          .resideOutsideOfPackage("flows4ee.cli..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.net.http..", "jakarta.ws.rs.client..")
                  .or(assignableTo("java.net.URLConnection"))
                  .or(assignableTo("java.net.Socket"))
                  .or(assignableTo("java.net.DatagramSocket"))
                  .or(assignableTo("java.nio.channels.NetworkChannel"))
                  .or(assignableTo("javax.net.SocketFactory")))
          .orShould()
          .callMethod(URL.class, "openStream")
          .orShould()
          .callMethod(URL.class, "openConnection")
          .orShould()
          .callMethod(URL.class, "getContent");

  @ArchTest
  static final ArchRule onlyTheMailSenderSends_SEC_INJ_5 =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("flows4ee.config.SessionMailSender")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.mail..");

  @ArchTest
  static final ArchRule nobodyUsesTheWiring =
      noClasses()
          .that()
          .resideOutsideOfPackages("flows4ee.config..", "flows4ee.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("flows4ee.config..", "flows4ee.cli..");

  @ArchTest
  static final ArchRule sqlLivesInPersistence =
      noClasses()
          .that()
          .resideOutsideOfPackages("flows4ee.persistence..", "flows4ee.config..", "flows4ee.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("jakarta\\.persistence\\.EntityManager(Factory)?");

  /** The package uses, of ours, only itself, the JSON reader and writer, and the named packages. */
  private static ArchRule only(String subject, String... others) {
    var allowed =
        Stream.concat(Stream.of(subject, "flows4ee.json.."), Stream.of(others))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(subject)
        .should()
        .dependOnClassesThat(ours(allowed))
        .allowEmptyShould(true);
  }

  private static ArchRule behavior(String subject) {
    return only(
        subject, EXECUTION, ERROR, MODEL, PARSER, STATE, VARIABLE, EXPRESSION, TIMER, MESSAGE);
  }

  private static DescribedPredicate<JavaClass> ours(String... except) {
    return resideInAPackage("flows4ee..")
        .and(DescribedPredicate.not(resideInAnyPackage(except)))
        .as("reside in our packages but " + String.join(", ", except));
  }
}
