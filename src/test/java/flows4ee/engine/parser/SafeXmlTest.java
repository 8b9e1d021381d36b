package flows4ee.engine.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.engine.model.Location;
import flows4ee.engine.model.ModelProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile XML: no fetch, no expansion, no foreign encoding, no unbounded growth. */
class SafeXmlTest {

  private static final String BODY =
      "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'>"
          + "<bpmn:process id='P'/></bpmn:definitions>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a>",
        "<!DOCTYPE a []>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:%d/a.dtd'>",
        "<!DOCTYPE a PUBLIC '-//X//Y' 'http://127.0.0.1:%d/a.dtd'>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1:%d/x'>]>",
        "<!DOCTYPE a [<!ENTITY %% x SYSTEM 'http://127.0.0.1:%d/x'> %%x;]>",
        "<!-- <a> --><?pi <a> ?><!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1:%d/x'>]>",
        "<!DOCTYPE a [<!ENTITY x '<!DOCTYPE b SYSTEM \"http://127.0.0.1:%d/b\">'>]>"
      })
  void shouldRefuseEveryDocumentTypeWithoutAnyFetch_SEC_XML_1(String doctype) throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // given
      String xml = doctype.replace("%d", "" + listener.getLocalPort()).replace("%%", "%") + "<a/>";
      // when
      var problems = problems(xml.getBytes(UTF_8));
      // then
      assertThat(problems)
          .extracting(ModelProblem::value)
          .containsExactly("A document type declaration (DOCTYPE) is not allowed.");
      assertNoConnection(listener);
    }
  }

  @Test
  void shouldNotReadAFileNorShowItsContent_SEC_XML_1(@TempDir Path folder) throws IOException {
    // given
    var secret = Files.writeString(folder.resolve("secret.txt"), "TOP-SECRET");
    String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><a>&x;</a>";
    // when
    var problems = problems(xml.getBytes(UTF_8));
    // then
    assertThat(problems.toString()).doesNotContain("TOP-SECRET").contains("DOCTYPE");
  }

  @Test
  void shouldTellWhereTheDocumentTypeStands() {
    assertThat(problems("<?xml version='1.0'?>\n  <!DOCTYPE a><a/>".getBytes(UTF_8)))
        .extracting(ModelProblem::location)
        .containsExactly(new Location(2, 3));
  }

  @Test
  void shouldRefuseEntityBombsAtOnce_SEC_XML_2() {
    var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'xxxxxxxxxx'>");
    for (int level = 1; level <= 10; level++) {
      bomb.append("<!ENTITY e").append(level).append(" '");
      bomb.append(("&e" + (level - 1) + ";").repeat(10)).append("'>");
    }
    String nested = bomb + "]><a>&e10;</a>";
    String quadratic =
        "<!DOCTYPE a [<!ENTITY e '"
            + "x".repeat(50_000)
            + "'>]><a>"
            + "&e;".repeat(50_000)
            + "</a>";
    problems("<a/>".getBytes(UTF_8));
    var time =
        CpuTime.of(
            () -> {
              assertThat(problems(nested.getBytes(UTF_8))).hasSize(1);
              assertThat(problems(quadratic.getBytes(UTF_8))).hasSize(1);
            });
    assertThat(time).isLessThan(Duration.ofMillis(200));
  }

  @Test
  void shouldPassOverInclusionsSchemasAndStyleSheetsWithoutAnyFetch_SEC_XML_3() throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // given
      String url = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
      String xml =
          """
          <?xml version="1.0"?>
          <?xml-stylesheet href="URL" type="text/xsl"?>
          <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xmlns:xi="http://www.w3.org/2001/XInclude"
              xsi:schemaLocation="urn:x URL" xsi:noNamespaceSchemaLocation="URL">
            <bpmn:import importType="http://www.w3.org/2001/XMLSchema" location="URL" namespace="u"/>
            <xi:include href="URL"/>
            <bpmn:process id="P"><xi:include href="URL"/><bpmn:task id="T"/></bpmn:process>
          </bpmn:definitions>
          """
              .replace("URL", url);
      // when
      var model = new DiagramParser().parse(xml.getBytes(UTF_8)).model();
      // then
      assertThat(model.elements()).containsOnlyKeys("T");
      assertNoConnection(listener);
    }
  }

  static Stream<byte[]> acceptedEncodings() {
    return Stream.of(
        bytes("", BODY, UTF_8),
        bytes("", "\uFEFF" + BODY, UTF_8),
        bytes("UTF-8", BODY, UTF_8),
        bytes("utf-8", "\uFEFF" + BODY, UTF_8),
        bytes("UTF-16", "\uFEFF" + BODY, UTF_16BE),
        bytes("UTF-16", "\uFEFF" + BODY, UTF_16LE),
        bytes("", "\uFEFF" + BODY, UTF_16LE),
        bytes("UTF-16LE", BODY, UTF_16LE),
        bytes("UTF-16BE", BODY, UTF_16BE));
  }

  @ParameterizedTest
  @MethodSource("acceptedEncodings")
  void shouldReadUtf8AndUtf16_SEC_XML_5(byte[] xml) {
    assertThat(new DiagramParser().parse(xml).model().process("P")).isPresent();
  }

  @Test
  void shouldIgnoreTheEncodingOfTextThatIsDecodedAlready() {
    String xml = "\uFEFF<?xml version='1.0' encoding='UTF-16'?>" + BODY;
    assertThat(new DiagramParser().parse(xml).model().process("P")).isPresent();
  }

  static Stream<byte[]> refusedEncodings() {
    return Stream.of(
        bytes("UTF-7", BODY, UTF_8),
        bytes("ISO-8859-1", BODY, ISO_8859_1),
        bytes("windows-1252", BODY, ISO_8859_1),
        bytes("UTF-16", BODY, UTF_8),
        bytes("UTF-16LE", BODY, UTF_8),
        bytes("UTF-8", "\uFEFF" + BODY, UTF_16BE),
        bytes("UTF-16BE", "\uFEFF" + BODY, UTF_16LE),
        bytes("no-such-encoding", BODY, UTF_8),
        bytes("UTF-32", "\uFEFF" + BODY, Charset.forName("UTF-32LE")),
        bytes("UTF-32", BODY, Charset.forName("UTF-32BE")),
        bytes("IBM037", BODY, Charset.forName("IBM037")));
  }

  @ParameterizedTest
  @MethodSource("refusedEncodings")
  void shouldRefuseOtherEncodingsAndMismatches_SEC_XML_5(byte[] xml) {
    assertThat(problems(xml))
        .hasSize(1)
        .allMatch(problem -> problem.value().contains("encoding"), "names the encoding");
  }

  @Test
  void shouldRefuseUtf16WithoutMarkOrDeclaration_SEC_XML_5() {
    assertThat(problems(BODY.getBytes(UTF_16LE))).hasSize(1);
    assertThat(problems("<?xml version='1.0'?><a/>".getBytes(UTF_16BE)))
        .extracting(ModelProblem::value)
        .allMatch(value -> value.contains("encoding"));
  }

  static Stream<byte[]> invalidBytes() {
    return Stream.of(
        new byte[] {'<', 'a', '>', (byte) 0xC0, (byte) 0xAF, '<', '/', 'a', '>'},
        new byte[] {'<', 'a', '>', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '<', '/', 'a', '>'},
        new byte[] {'<', 'a', '>', (byte) 0xE4, '<', '/', 'a', '>'},
        new byte[] {(byte) 0xFF, (byte) 0xFE, '<', 0, 'a', 0, 0, (byte) 0xD8, '>', 0});
  }

  @ParameterizedTest
  @MethodSource("invalidBytes")
  void shouldRefuseBytesThatAreNotOfTheEncoding_SEC_XML_5(byte[] xml) {
    assertThat(problems(xml))
        .hasSize(1)
        .allMatch(problem -> problem.value().startsWith("The text holds bytes that are not valid"))
        .allMatch(problem -> problem.location().line() == 1);
  }

  @Test
  void shouldRefuseXmlVersionOtherThanOne() {
    assertThat(values("<?xml version='1.1'?><a>&#1;</a>"))
        .containsExactly("Only XML version 1.0 is supported.");
  }

  @Test
  void shouldNameEveryLimit_SEC_XML_4() {
    assertThat(values("<a>".repeat(257) + "</a>".repeat(257)))
        .containsExactly("Limit exceeded: elements are nested more than 256 levels deep.");
    assertThat(values("<a" + attributes(1001) + "/>"))
        .containsExactly("Limit exceeded: the element has more than 1000 attributes.");
    assertThat(values("<a" + attributes(20_000) + "/>"))
        .containsExactly("Limit exceeded: the element has more than 1000 attributes.");
    assertThat(values("<a b='" + "x".repeat(65_537) + "'/>"))
        .containsExactly("Limit exceeded: an attribute is longer than 65536 characters.");
    assertThat(values("<a>" + "x".repeat(1_048_577) + "</a>"))
        .containsExactly(
            "Limit exceeded: the text of the element is longer than 1048576 characters.");
    assertThat(values("<a>" + "<b/>".repeat(50_000) + "</a>"))
        .containsExactly("Limit exceeded: the text has more than 50000 elements.");
    assertThat(values("<a>" + namespaces(501) + "</a>"))
        .containsExactly("Limit exceeded: the text declares more than 500 namespaces.");
    assertThat(values("<" + "a".repeat(100_000) + "/>"))
        .containsExactly("Limit exceeded: a name or another part of the text is too long.");
  }

  @Test
  void shouldReadTextsAtTheLimits_SEC_XML_4() {
    assertThat(SafeXml.read("<a>".repeat(256) + "</a>".repeat(256)).name()).isEqualTo("a");
    assertThat(SafeXml.read("<a" + attributes(1000) + "/>").attributes()).hasSize(1000);
    assertThat(SafeXml.read("<a b='" + "x".repeat(65_536) + "'/>").attribute("b")).isPresent();
    assertThat(SafeXml.read("<a>" + "x".repeat(1_048_576) + "</a>").text()).hasSize(1_048_576);
    assertThat(SafeXml.read("<a>" + "<b/>".repeat(49_999) + "</a>").children()).hasSize(49_999);
    assertThat(SafeXml.read("<a>" + namespaces(500) + "</a>").children()).hasSize(500);
  }

  @Test
  void shouldReadLongScripts() {
    String script = "&amp;".repeat(1_200_000);
    assertThat(SafeXml.read("<plsqlCode>" + script + "</plsqlCode>").text()).hasSize(1_200_000);
  }

  @Test
  void shouldKeepTextAsWritten() {
    String xml = "<a>one\r\n  two<![CDATA[ <&> ]]><!-- no -->three&#10;&lt;</a>";
    assertThat(SafeXml.read(xml).text()).isEqualTo("one\n  two <&> three\n<");
    assertThat(SafeXml.read("<a>  </a>").text()).isEqualTo("  ");
    assertThat(SafeXml.read("<a> <b/> </a>").text()).isEmpty();
  }

  @Test
  void shouldLocateStartTagsBehindCommentsAndSections() {
    String xml = "<?xml version='1.0'?>\r\n<!-- <x> -->\r<a>\n <![CDATA[<y>]]><b\n c='1'/></a>";
    var root = SafeXml.read(xml);
    assertThat(root.location()).isEqualTo(new Location(3, 1));
    assertThat(root.children().get(0).location()).isEqualTo(new Location(4, 17));
  }

  @Test
  void shouldRefuseAttributesThatShareAName() {
    assertThatThrownBy(() -> SafeXml.read("<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>"))
        .isInstanceOf(ModelException.class)
        .hasNoCause();
  }

  private static void assertNoConnection(ServerSocket listener) throws IOException {
    listener.setSoTimeout(50);
    assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
  }

  private static List<String> values(String xml) {
    return problems(xml.getBytes(UTF_8)).stream().map(ModelProblem::value).toList();
  }

  private static List<ModelProblem> problems(byte[] xml) {
    try {
      new DiagramParser().parse(xml);
    } catch (ModelException refused) {
      return refused.problems();
    }
    throw new AssertionError("the text is accepted");
  }

  private static String attributes(int count) {
    var attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    return attributes.toString();
  }

  private static String namespaces(int count) {
    var elements = new StringBuilder();
    for (int i = 0; i < count; i++) {
      elements.append("<b xmlns='urn:").append(i).append("'/>");
    }
    return elements.toString();
  }

  private static byte[] bytes(String encoding, String text, Charset charset) {
    String mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    String declaration =
        encoding.isEmpty() ? "" : "<?xml version='1.0' encoding='" + encoding + "'?>";
    return (mark + declaration + text.substring(mark.length())).getBytes(charset);
  }
}
