package flows4ee.rest.guard;

import flows4ee.rest.wire.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Finishes every answer: the closing row of the REST event log, the strong entity tag of reads and
 * {@code If-None-Match}, gzip for callers that take it, {@code OPTIONS} without a body.
 */
@Provider
@ApplicationScoped
public class AnswerFilter implements ContainerResponseFilter {

  private static final int WORTH_COMPRESSING = 1400;

  @Inject Call call;
  @Inject RequestBody body;
  @Inject CallLog log;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    tidyAllow(response.getHeaders());
    if (request.getMethod().equals("OPTIONS")) {
      options(response);
    } else if (call.isRead()) {
      if (response.getStatus() == 200) {
        tag(request, response);
      }
    } else if (response.getStatus() < 400) {
      log.finished(body.echo().payload());
    }
  }

  private static void options(ContainerResponseContext response) {
    if (response.getStatus() < 400) {
      response.setStatus(204);
      response.setEntity(null);
      response.getHeaders().remove(HttpHeaders.LAST_MODIFIED);
    }
  }

  /** The servers differ in order and in whether {@code HEAD} is named. */
  private static void tidyAllow(MultivaluedMap<String, Object> headers) {
    List<Object> values = headers.get(HttpHeaders.ALLOW);
    if (values == null) {
      return;
    }
    Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
    for (Object value : values) {
      methods.addAll(List.of(value.toString().strip().split("[\\s,]+")));
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    headers.putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
  }

  private void tag(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    Optional<byte[]> document = bytes(response.getEntity());
    if (document.isEmpty()) {
      return;
    }
    byte[] bytes = document.get();
    boolean isZipped = isZipped(request, bytes);
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (isTagged(request)) {
      String tag = EntityTags.of(bytes, call.tagSeed(), isZipped ? EntityTags.GZIP : "");
      headers.putSingle(HttpHeaders.ETAG, tag);
      if (EntityTags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
        response.setStatus(304);
        response.setEntity(null);
        headers.remove(HttpHeaders.CONTENT_DISPOSITION);
        return;
      }
    }
    if (isZipped) {
      headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
      MediaType type = response.getMediaType();
      response.setEntity(JsonBody.ofBytes(zip(bytes)), null, type);
    }
  }

  /** A JSON document, or the file of a diagram. */
  private static Optional<byte[]> bytes(Object entity) {
    if (entity instanceof JsonBody document) {
      return Optional.of(document.bytes());
    }
    return entity instanceof byte[] file ? Optional.of(file) : Optional.empty();
  }

  private boolean isTagged(ContainerRequestContext request) {
    return !call.path().startsWith("utils/") && request.getProperty(ForbiddenMapper.HIDDEN) == null;
  }

  private static boolean isZipped(ContainerRequestContext request, byte[] document) {
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    return document.length >= WORTH_COMPRESSING
        && accepted != null
        && accepted.matches(
            "(?i)(.*,)?\\s*gzip\\s*(;\\s*q=(1(\\.0*)?|0\\.0*[1-9]\\d*)\\s*)?(,.*)?");
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }
}
