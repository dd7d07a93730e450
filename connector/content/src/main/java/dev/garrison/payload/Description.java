package dev.garrison.payload;

import dev.garrison.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Description of a file by the kind of its format.
 *
 * @param signature result of the signature check; absent if the format has no signature or none is
 *     checked
 * @param facts facts about the file, as texts
 * @param findings problems, and notes worth knowing; an error makes the file unacceptable
 */
public record Description(
    Optional<SignatureReport> signature, Map<Fact, String> facts, List<Diagnostic> findings) {
  public Description {
    Map<Fact, String> ordered = new EnumMap<>(Fact.class);
    ordered.putAll(facts);
    facts = Collections.unmodifiableMap(ordered);
    findings = List.copyOf(findings);
  }

  /** Description of a file that has another format than it seems to have. */
  public static Description of(Diagnostic finding) {
    return new Description(Optional.empty(), Map.of(), List.of(finding));
  }
}
