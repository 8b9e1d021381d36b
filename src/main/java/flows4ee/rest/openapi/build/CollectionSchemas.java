package flows4ee.rest.openapi.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Makes the schema of a collection out of the schema of its rows. */
final class CollectionSchemas {

  static final String ENDING = "Collection";

  /** Unlike that of the document's model, it keeps members that are null. */
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String ADDRESS = "https://domain.com/flows4apex/";

  private CollectionSchemas() {}

  /** Adds the collection, if it is one and not there yet. */
  @SuppressWarnings("rawtypes") // as the document's model declares it
  static void add(String name, Map<String, Schema> schemas) {
    if (name.endsWith(ENDING) && !schemas.containsKey(name)) {
      String row = name.substring(0, name.length() - ENDING.length());
      schemas.put(name, collection(row, schemas.get(row)));
    }
  }

  private static Schema<?> collection(String rowName, Schema<?> row) {
    Schema<?> collection = new ObjectSchema();
    collection.setDescription("Rows. " + row.getDescription());
    collection.setRequired(List.of("items", "hasMore", "limit", "offset", "count", "links"));
    collection.addProperty("items", new ArraySchema().items(reference(rowName)));
    collection.addProperty("hasMore", new BooleanSchema().description("Whether rows follow"));
    collection.addProperty("limit", number("Rows of a page; 0 when it is not paged"));
    collection.addProperty("offset", number("Rows that were skipped"));
    collection.addProperty("count", number("Rows of this page"));
    collection.addProperty("total", number("All matching rows, with `total=true`"));
    collection.addProperty("links", new ArraySchema().items(reference("CollectionLink")));
    collection.setAdditionalProperties(false);
    collection.setExample(example(row));
    return collection;
  }

  private static Object example(Schema<?> row) {
    JsonNode rowExample = MAPPER.valueToTree(row.getExample());
    var example = MAPPER.createObjectNode();
    example.putArray("items").add(rowExample);
    example.put("hasMore", false).put("limit", 0).put("offset", 0).put("count", 1);
    var links = example.putArray("links");
    links.addObject().put("rel", "self").put("href", ADDRESS + "v1/");
    links.addObject().put("rel", "describedby").put("href", ADDRESS + "metadata-catalog/v1/");
    return example;
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref(name);
  }

  private static Schema<?> number(String description) {
    return new IntegerSchema().format("int64").minimum(BigDecimal.ZERO).description(description);
  }
}
