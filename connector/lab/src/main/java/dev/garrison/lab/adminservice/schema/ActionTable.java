package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method of a class.
 *
 * @param bound whether it is called on an instance
 * @param since the first build that offers it; 0 for all
 * @param parameters in-parameters in order
 * @param optional the parameters that can be left out
 * @param result the return type; Edm.Int32 where the table does not say
 */
public record ActionTable(
    String name,
    boolean bound,
    int since,
    Map<String, EdmKind> parameters,
    @Nullable List<String> optional,
    @JsonProperty("returns") @Nullable EdmKind result,
    Mark mark,
    String source) {
  public ActionTable {
    parameters = new LinkedHashMap<>(parameters);
    optional = optional == null ? List.of() : List.copyOf(optional);
  }

  /** Whether a call can leave out an in-parameter. */
  public boolean spares(String parameter) {
    return optional != null && optional.contains(parameter);
  }

  /** Return type. */
  public EdmKind returned() {
    return result == null ? EdmKind.of("Edm.Int32") : result;
  }

  /** Source of the method. */
  public Provenance provenance() {
    return new Provenance(mark, source);
  }
}
