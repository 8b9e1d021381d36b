package flows4ee.rest.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A request as the JAX-RS runtime sees it: with headers about media types and languages that no
 * runtime refuses by itself, since path, method, token and role are looked at before. It takes any
 * type in the end, has a content type that can be read, and asks for no language. It is no form
 * either: of a form without a body the runtime reads the query, and fails where that is no form.
 * {@link Call} knows what was sent.
 */
final class ReadableRequest extends HttpServletRequestWrapper {

  /** Name of the servlet request attribute that holds this object. */
  static final String ATTRIBUTE = "flows4ee.readable";

  private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";
  private static final Pattern CONTENT_TYPE =
      Pattern.compile(
          "\\s*%1$s/%1$s(?:\\s*;\\s*%1$s=(?:%1$s|\"[^\"\\\\]*\"))*\\s*".formatted(TOKEN));
  private static final Pattern FORM =
      Pattern.compile("\\s*application/x-www-form-urlencoded\\b.*", Pattern.CASE_INSENSITIVE);
  private static final String ANY_BYTES = "application/octet-stream";

  private final AcceptedTypes accepted;

  /** What is shown instead of what was sent; empty values hide the header. */
  private final Map<String, Optional<String>> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private ReadableRequest(HttpServletRequest request) {
    super(request);
    accepted = AcceptedTypes.of(sent("Accept"));
    replace("Accept", Optional.of(accepted.withAnyType()));
    replace("Accept-Language", Optional.empty());
    replace("Content-Language", Optional.empty());
    String type = request.getContentType();
    if (type != null && (!CONTENT_TYPE.matcher(type).matches() || FORM.matcher(type).matches())) {
      replace("Content-Type", Optional.of(ANY_BYTES));
    }
  }

  /** Wraps a request, and notes the wrapper in it. */
  static ReadableRequest of(HttpServletRequest request) {
    ReadableRequest readable = new ReadableRequest(request);
    request.setAttribute(ATTRIBUTE, readable);
    return readable;
  }

  /** The media types that the caller takes, as sent. */
  AcceptedTypes accepted() {
    return accepted;
  }

  /** Whether a header is shown otherwise than it was sent. */
  boolean isReplaced(String name) {
    return shown.containsKey(name);
  }

  /** A header as it was sent; several of a name are one list. Null when there is none. */
  String sent(String name) {
    Enumeration<String> values = super.getHeaders(name);
    return values.hasMoreElements() ? String.join(",", Collections.list(values)) : null;
  }

  private void replace(String name, Optional<String> value) {
    if (super.getHeader(name) != null) {
      shown.put(name, value);
    }
  }

  @Override
  public String getHeader(String name) {
    Optional<String> other = shown.get(name);
    return other == null ? super.getHeader(name) : other.orElse(null);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    Optional<String> other = shown.get(name);
    return other == null
        ? super.getHeaders(name)
        : Collections.enumeration(other.stream().toList());
  }

  @Override
  public String getContentType() {
    return isReplaced("Content-Type") ? ANY_BYTES : super.getContentType();
  }
}
