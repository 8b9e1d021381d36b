package flows4ee.engine.parser;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** One class makes XML parsers, so there is one place to keep safe. */
@AnalyzeClasses(packages = "flows4ee", importOptions = ImportOption.DoNotIncludeTests.class)
class XmlAccessTest {

  private static final Set<String> FACTORY_PACKAGES =
      Set.of(
          "javax.xml.parsers",
          "javax.xml.transform",
          "javax.xml.validation",
          "javax.xml.xpath",
          "jakarta.xml.bind",
          "java.beans",
          "org.xml.sax.helpers");

  private static final DescribedPredicate<JavaClass> PARSER_FACTORIES =
      describe(
          "factories of XML parsers",
          type ->
              FACTORY_PACKAGES.contains(type.getPackageName())
                  || type.getName().startsWith("javax.xml.stream.XML")
                      && type.getName().endsWith("Factory"));

  @ArchTest
  static final ArchRule onlySafeXmlMakesParsers =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("flows4ee.engine.parser.SafeXml")
          .should()
          .dependOnClassesThat(PARSER_FACTORIES);
}
