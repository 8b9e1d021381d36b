package flows4ee.rest;

import flows4ee.engine.DiagramView;
import flows4ee.engine.ProcessQueries;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.EntityTags;
import flows4ee.rest.guard.Refusal;
import flows4ee.rest.wire.DiagramDocument;
import flows4ee.rest.wire.Envelope;
import flows4ee.rest.wire.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Entity tags of single diagrams: over the representation and the content. */
@ApplicationScoped
public class DiagramTags {

  @Inject Call call;
  @Inject ProcessQueries queries;

  /** Makes the tag of the answer depend on the diagram's content. */
  void seed(DiagramView diagram) {
    call.seedTag(diagram.contentHash());
  }

  /** Refuses with 412 unless {@code If-Match} is absent or names the diagram as it is now. */
  void check(long diagramId) {
    Optional<String> wanted = call.header("If-Match");
    if (wanted.isEmpty()) {
      return;
    }
    DiagramView diagram =
        queries.findDiagram(diagramId).orElseThrow(Refusal.ITEM_NOT_FOUND::exception);
    if (!EntityTags.isMatch(wanted.get(), representation(diagram).bytes(), diagram.contentHash())) {
      throw Refusal.PRECONDITION.exception();
    }
  }

  private JsonBody representation(DiagramView diagram) {
    return new Envelope(call.base().href("diagrams/" + diagram.id()), call.base())
        .of(List.of(diagram), (out, item) -> DiagramDocument.write(out, item, call.base()));
  }
}
