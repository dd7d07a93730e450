package dev.garrison.payload;

import dev.garrison.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a kind says of a file of its form.
 *
 * @param signature what its signature proves; absent where the form has none or none is checked
 * @param facts what it is, as texts
 * @param findings what is wrong with it or worth knowing; an error makes it unacceptable
 */
public record Description(
    Optional<SignatureReport> signature, Map<Fact, String> facts, List<Diagnostic> findings) {
  public Description {
    Map<Fact, String> ordered = new EnumMap<>(Fact.class);
    ordered.putAll(facts);
    facts = Collections.unmodifiableMap(ordered);
    findings = List.copyOf(findings);
  }

  /** Of a file that is not what it seems to be. */
  public static Description of(Diagnostic finding) {
    return new Description(Optional.empty(), Map.of(), List.of(finding));
  }
}
