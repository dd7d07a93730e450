package dev.garrison.engine.plan;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.resource.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Input of a plan except the observations: the wanted objects and the facts they rest on.
 *
 * @param manifest the manifest's name
 * @param manifestDigest digest of the file's bytes
 * @param site the site in one line, for people
 * @param survey facts that the recipe used; a plan is stale when one of them has changed
 * @param packages for each package file by its role: the digest, a space, and the facts proven of
 *     it
 * @param rings the decisions for the rings, in order
 * @param offboarding the servers that the entries of {@code offboard} take out
 * @param remarks facts that a person should know before agreeing
 * @param asOf the time for which everything was decided
 * @param validUntil the time after which the decisions must not be carried out any more, even if
 *     the plan has not expired: its deadlines would be too near
 * @param wanted the objects
 * @param warnings items that need attention, regardless of who planned; each is among the remarks
 *     too
 */
public record Intent(
    String manifest,
    Sha256 manifestDigest,
    String site,
    Map<String, String> survey,
    Map<String, String> packages,
    List<RingDecision> rings,
    List<OffboardDecision> offboarding,
    List<String> remarks,
    Instant asOf,
    Optional<Instant> validUntil,
    List<Wanted<?>> wanted,
    List<Diagnostic> warnings) {
  public Intent {
    survey = java.util.Collections.unmodifiableMap(new TreeMap<>(survey));
    packages = java.util.Collections.unmodifiableMap(new TreeMap<>(packages));
    rings = List.copyOf(rings);
    offboarding = List.copyOf(offboarding);
    remarks = List.copyOf(remarks);
    wanted = List.copyOf(wanted);
    warnings = List.copyOf(warnings);
  }

  /** A copy with one more remark. */
  public Intent remarking(String more) {
    return new Intent(
        manifest,
        manifestDigest,
        site,
        survey,
        packages,
        rings,
        offboarding,
        Stream.concat(remarks.stream(), Stream.of(more)).toList(),
        asOf,
        validUntil,
        wanted,
        warnings);
  }

  /** A copy with other wanted objects. */
  public Intent wanting(List<Wanted<?>> others) {
    return new Intent(
        manifest,
        manifestDigest,
        site,
        survey,
        packages,
        rings,
        offboarding,
        remarks,
        asOf,
        validUntil,
        others,
        warnings);
  }
}
