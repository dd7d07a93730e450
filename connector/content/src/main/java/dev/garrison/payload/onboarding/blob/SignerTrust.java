package dev.garrison.payload.onboarding.blob;

import dev.garrison.digest.Sha256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Trusted signers of onboarding packages: names below roots. Separate from the trusted signers of
 * code, because these packages are signed with TLS certificates.
 *
 * @param rules each of which may accept a signer
 * @param clouds by a signer's name in lower case, the cloud for which it signs, as far as that is
 *     known
 */
public record SignerTrust(List<Rule> rules, Map<String, Cloud> clouds) {
  /** Certainty of a rule, the most certain first. */
  public enum Standing {
    /** Packages with such a signer were observed. */
    KNOWN,
    /** The manifest names it. */
    NAMED,
    /** A root of Microsoft's under which no package was observed. */
    CANDIDATE
  }

  /** Cloud of the servers for which a signer's packages are made. */
  public enum Cloud {
    COMMERCIAL,
    US_GOVERNMENT
  }

  /**
   * Names that count below a root.
   *
   * @param root digest of its certificate
   * @param names of signers (dNSName), compared completely and without regard to case
   */
  public record Rule(Sha256 root, Set<String> names, Standing standing) {
    public Rule {
      names = names.stream().map(SignerTrust::folded).collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * Signers that a manifest adds.
   *
   * @param names if empty: the known ones
   * @param root if absent: the known ones
   */
  public record Addition(List<String> names, Optional<Sha256> root) {
    public Addition {
      names = List.copyOf(names);
    }
  }

  /**
   * Reason why a signer counts.
   *
   * @param name the one that counts, as the certificate has it
   * @param cloud the cloud for which it signs, if that is known
   */
  public record Vouched(Standing standing, String name, Optional<Cloud> cloud) {}

  public SignerTrust {
    rules = List.copyOf(rules);
    clouds = Map.copyOf(clouds);
  }

  /** Combines the known signers with those that a manifest adds. */
  public static SignerTrust of(KnownSigners known, List<Addition> additions) {
    List<Rule> rules = new ArrayList<>();
    known
        .roots()
        .forEach((root, standing) -> rules.add(new Rule(root, known.names().keySet(), standing)));
    for (Addition addition : additions) {
      Set<String> names =
          addition.names().isEmpty() ? known.names().keySet() : Set.copyOf(addition.names());
      addition.root().ifPresent(root -> rules.add(new Rule(root, names, Standing.NAMED)));
      if (addition.root().isEmpty()) {
        // A root that was seen is sure; a candidate stays one until the manifest names it.
        known
            .roots()
            .forEach((root, standing) ->
                rules.add(
                    new Rule(root, names, standing == Standing.KNOWN ? Standing.NAMED : standing)));
      }
    }
    return new SignerTrust(rules, known.names());
  }

  boolean knows(Sha256 root) {
    return rules.stream().anyMatch(rule -> rule.root().equals(root));
  }

  /** The most certain reason why a signer with these names counts below that root, if any. */
  Optional<Vouched> vouches(Sha256 root, Collection<String> names) {
    return rules.stream()
        .filter(rule -> rule.root().equals(root))
        .sorted(Comparator.comparing(Rule::standing))
        .flatMap(rule ->
            names.stream()
                .filter(name -> rule.names().contains(folded(name)))
                .map(name ->
                    new Vouched(
                        rule.standing(), name, Optional.ofNullable(clouds.get(folded(name))))))
        .findFirst();
  }

  /**
   * Converts ASCII letters to lower case; others are not converted, because they could pass for
   * one.
   */
  static String folded(String name) {
    return name.chars().allMatch(c -> c < 0x80) ? name.toLowerCase(Locale.ROOT) : name;
  }
}
