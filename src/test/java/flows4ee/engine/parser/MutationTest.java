package flows4ee.engine.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.DiagramModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Broken diagrams are read or refused, quickly, and never fail otherwise. */
class MutationTest {

  private static final int LARGEST_FILE = 40_000;
  private static final List<String> INSERTIONS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "]]>",
          "<![CDATA[",
          "<!--",
          "&#0;",
          "&x;",
          "<!DOCTYPE a>",
          "\u0000",
          "\uFFFE",
          "<bpmn:task/>",
          "<bpmn:subProcess id='x'>",
          "</bpmn:process>",
          " id=\"\"",
          " xmlns:bpmn=\"u\"",
          " default=\"a b\"",
          "<?xml version='1.0'?>");

  private final List<byte[]> files = smallFiles();

  @Property(tries = 10_000, seed = "4711", shrinking = ShrinkingMode.OFF)
  void shouldReadOrRefuseAMutatedDiagram_SEC_XML_9(@ForAll long seed) {
    // given
    var random = new Random(seed);
    byte[] mutated = files.get(random.nextInt(files.size())).clone();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      mutated = mutate(mutated, random);
    }
    // when
    byte[] xml = mutated;
    var time = CpuTime.of(() -> parse(xml));
    // then
    assertThat(time).isLessThan(Duration.ofSeconds(2));
  }

  private static void parse(byte[] xml) {
    try {
      assertWhole(new DiagramParser().parse(xml).model());
    } catch (ModelException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.value()).isNotBlank().hasSizeLessThan(400));
    }
  }

  /** What was accepted has no dangling end. */
  private static void assertWhole(DiagramModel model) {
    for (var element : model.elements().values()) {
      assertThat(model.processOf(element)).isNotNull();
      for (var flow : element.outgoing()) {
        assertThat(model.element(flow.targetId()).incoming()).contains(flow);
      }
    }
  }

  private static byte[] mutate(byte[] xml, Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> flipBytes(xml, random);
      case 1 -> splice(xml, random, "");
      case 2 -> splice(xml, random, INSERTIONS.get(random.nextInt(INSERTIONS.size())));
      case 3 -> swapElements(xml, random);
      case 4 -> doubleElement(xml, random);
      case 5 -> renameReference(xml, random);
      default -> blowUpAttribute(xml, random);
    };
  }

  private static byte[] flipBytes(byte[] xml, Random random) {
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      xml[random.nextInt(xml.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return xml;
  }

  private static byte[] splice(byte[] xml, Random random, String insertion) {
    String text = new String(xml, UTF_8);
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(insertion.isEmpty() ? 200 : 3));
    return (text.substring(0, from) + insertion + text.substring(to)).getBytes(UTF_8);
  }

  private static byte[] swapElements(byte[] xml, Random random) {
    var lines = new String(xml, UTF_8).split("\n");
    int first = random.nextInt(lines.length);
    int second = random.nextInt(lines.length);
    String line = lines[first];
    lines[first] = lines[second];
    lines[second] = line;
    return String.join("\n", lines).getBytes(UTF_8);
  }

  private static byte[] doubleElement(byte[] xml, Random random) {
    var lines = new String(xml, UTF_8).split("\n");
    int line = random.nextInt(lines.length);
    lines[line] = (lines[line] + "\n").repeat(2 + random.nextInt(50));
    return String.join("\n", lines).getBytes(UTF_8);
  }

  private static byte[] renameReference(byte[] xml, Random random) {
    String text = new String(xml, UTF_8);
    int at = text.indexOf("Ref=\"", random.nextInt(text.length()));
    return at < 0
        ? xml
        : (text.substring(0, at + 5) + "Other_" + text.substring(at + 5)).getBytes(UTF_8);
  }

  private static byte[] blowUpAttribute(byte[] xml, Random random) {
    String text = new String(xml, UTF_8);
    int at = text.indexOf("=\"", random.nextInt(text.length()));
    String blown = "x".repeat(1 << random.nextInt(18));
    return at < 0
        ? xml
        : (text.substring(0, at + 2) + blown + text.substring(at + 2)).getBytes(UTF_8);
  }

  private static List<byte[]> smallFiles() {
    try {
      return ModelCorpusTest.files().stream()
          .map(MutationTest::read)
          .filter(bytes -> bytes.length <= LARGEST_FILE)
          .toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
