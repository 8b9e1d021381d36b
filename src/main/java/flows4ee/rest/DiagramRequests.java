package flows4ee.rest;

import flows4ee.engine.Deployment;
import flows4ee.engine.DiagramChange;
import flows4ee.engine.state.DiagramStatus;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.Query;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads diagrams and their changes out of requests. */
final class DiagramRequests {

  private static final int MAX_NAME = 150;
  private static final int MAX_VERSION = 10;
  private static final int MAX_CATEGORY = 30;
  private static final int MAX_SHORT_DESCRIPTION = 300;
  private static final int MAX_DESCRIPTION = 1 << 20;
  private static final int MAX_ICON = 50;
  private static final int MAX_COMMENT = 2000;
  private static final List<String> TEXTS =
      List.of("name", "version", "category", "status", "short_description", "description", "icon");
  private static final Pattern DECLARED =
      Pattern.compile(
          "\\A\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private DiagramRequests() {}

  /** A diagram sent as JSON. */
  static Deployment deployment(JsonObject object, Query query) {
    Attributes attributes = new Attributes(object).require("name", "content");
    attributes.name("name", MAX_NAME);
    String content = attributes.name("content", Integer.MAX_VALUE);
    return deployment(attributes, bytes(content), query);
  }

  /** A diagram sent as such, its attributes in the query. */
  static Deployment raw(byte[] content, Query query) {
    JsonObject object = JsonObject.EMPTY;
    for (String name : TEXTS) {
      Optional<String> value = query.first(name);
      object = value.isPresent() ? object.with(name, JsonValue.of(value.get())) : object;
    }
    return deployment(new Attributes(object), content, query);
  }

  /** What is to change in a diagram; the attributes are yet to be checked. */
  static DiagramChange change(Attributes attributes) {
    return new DiagramChange(
        status(attributes, List.of(DiagramStatus.values())),
        present(attributes, "content", Integer.MAX_VALUE).map(DiagramRequests::bytes),
        present(attributes, "name", MAX_NAME),
        present(attributes, "version", MAX_VERSION),
        attributes.text("category", MAX_CATEGORY),
        attributes.text("short_description", MAX_SHORT_DESCRIPTION),
        attributes.text("description", MAX_DESCRIPTION),
        attributes.text("icon", MAX_ICON),
        attributes.text("comment", MAX_COMMENT));
  }

  private static Deployment deployment(Attributes attributes, byte[] content, Query query) {
    Optional<DiagramStatus> status =
        status(attributes, List.of(DiagramStatus.DRAFT, DiagramStatus.RELEASED));
    Deployment deployment =
        new Deployment(
            attributes.text("name", MAX_NAME).filter(name -> !name.isBlank()),
            attributes.text("version", MAX_VERSION).filter(v -> !v.isBlank()).orElse("0"),
            attributes.text("category", MAX_CATEGORY),
            status.equals(Optional.of(DiagramStatus.RELEASED)),
            attributes.text("short_description", MAX_SHORT_DESCRIPTION),
            attributes.text("description", MAX_DESCRIPTION),
            attributes.text("icon", MAX_ICON),
            content,
            query.flag("dry_run").orElse(false),
            query.flag("overwrite").orElse(false));
    attributes.check();
    return deployment;
  }

  private static Optional<String> present(Attributes attributes, String name, int most) {
    return attributes.has(name) ? Optional.of(attributes.name(name, most)) : Optional.empty();
  }

  private static Optional<DiagramStatus> status(
      Attributes attributes, List<DiagramStatus> allowed) {
    Optional<String> given = attributes.text("status", MAX_CATEGORY);
    Optional<DiagramStatus> status =
        Arrays.stream(DiagramStatus.values())
            .filter(value -> given.isPresent() && value.literal().equalsIgnoreCase(given.get()))
            .filter(allowed::contains)
            .findFirst();
    if (given.isPresent() && status.isEmpty()) {
      attributes.wrong("status");
    }
    return status;
  }

  /** The text in the encoding that its XML declaration names, so that a parser can believe it. */
  private static byte[] bytes(String xml) {
    Matcher declared = DECLARED.matcher(xml);
    return xml.getBytes(declared.find() ? charset(declared.group(1), xml) : StandardCharsets.UTF_8);
  }

  private static Charset charset(String name, String xml) {
    try {
      Charset charset = Charset.forName(name);
      return charset.canEncode() && charset.newEncoder().canEncode(xml)
          ? charset
          : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
