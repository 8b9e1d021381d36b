package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PersistenceUnitTest {

  private static final Pattern LISTED = Pattern.compile("<class>([^<]+)</class>");

  @Test
  void shouldListEveryEntity() throws Exception {
    try (var file = getClass().getResourceAsStream("/META-INF/persistence.xml")) {
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      var listed = LISTED.matcher(text).results().map(PersistenceUnitTest::name).toList();
      assertThat(listed).containsExactlyInAnyOrderElementsOf(persistentClasses());
    }
  }

  private static String name(MatchResult match) {
    return match.group(1).strip();
  }

  private static Iterable<String> persistentClasses() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("flows4ee")
            .stream()
            .filter(PersistenceUnitTest::isPersistent)
            .map(JavaClass::getName)
            .toList();
  }

  private static boolean isPersistent(JavaClass type) {
    return type.isAnnotatedWith(Entity.class)
        || type.isAnnotatedWith(Embeddable.class)
        || type.isAnnotatedWith(MappedSuperclass.class)
        || type.isAnnotatedWith(Converter.class);
  }
}
