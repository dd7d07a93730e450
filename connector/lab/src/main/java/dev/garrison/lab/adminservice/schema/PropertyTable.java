package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property of a class.
 *
 * @param edm its EDM type
 * @param key whether it is (part of) the key
 * @param lazy whether only a keyed read fills it
 * @param notNull whether create must set it
 * @param access who may write it
 * @param since the first build that has it; 0 for all
 * @param defaultValue the value that the provider fills in if create leaves it out
 * @param mark only if it differs from the class
 * @param source only if it differs from the class
 */
public record PropertyTable(
    String name,
    @JsonProperty("type") EdmKind edm,
    boolean key,
    boolean lazy,
    boolean notNull,
    @Nullable Access access,
    int since,
    @JsonProperty("default") @Nullable JsonNode defaultValue,
    @Nullable Mark mark,
    @Nullable String source) {

  /** Write access; create and replace can set it if the table does not say. */
  public Access writable() {
    return access == null ? Access.WRITE : access;
  }

  /** Source of this property, if it differs from the source of the class. */
  public Optional<Provenance> provenance() {
    return mark == null || source == null
        ? Optional.empty()
        : Optional.of(new Provenance(mark, source));
  }
}
