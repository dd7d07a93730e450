package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One method of a class.
 *
 * @param bound whether it needs an instance
 * @param since the first build that offers it; 0 for all
 * @param parameters in-parameters in order
 * @param result what it returns; Edm.Int32 where the table does not say
 */
public record ActionTable(
    String name,
    boolean bound,
    int since,
    Map<String, EdmKind> parameters,
    @JsonProperty("returns") @Nullable EdmKind result,
    Mark mark,
    String source) {
  public ActionTable {
    parameters = new LinkedHashMap<>(parameters);
  }

  /** What it returns. */
  public EdmKind returned() {
    return result == null ? EdmKind.of("Edm.Int32") : result;
  }

  /** Where it is known from. */
  public Provenance provenance() {
    return new Provenance(mark, source);
  }
}
