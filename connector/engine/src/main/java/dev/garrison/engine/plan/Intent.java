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
 * Everything a plan is made from except what is there: the recipe's answer with what it rests on.
 *
 * @param manifest the manifest's name
 * @param manifestDigest of the file's bytes
 * @param site the site in one line, for people
 * @param survey facts that the recipe used; a plan is stale when one of them has changed
 * @param packages of each package file by its role: the digest, a space, and what is proven of it
 * @param rings the rings' decisions, in order
 * @param offboarding whom the entries of {@code offboard} take out
 * @param remarks what a person should know before agreeing
 * @param asOf the time for which everything was decided
 * @param validUntil after which what was decided must not be carried out any more, whatever an
 *     expiry says: its deadlines would be too near
 * @param wanted the objects
 * @param warnings what somebody should look at, whoever planned; each is among the remarks too
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

  /** The same with one thing more that a person should know. */
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

  /** The same with other objects wanted. */
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
