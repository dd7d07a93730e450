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
 * Whose signature on an onboarding package counts: a name below a root. Apart from whose signature
 * counts on code, because these packages are signed with TLS certificates.
 *
 * @param rules any of which may vouch
 * @param clouds by a signer's name in lower case, for which cloud it signs, as far as that is known
 */
public record SignerTrust(List<Rule> rules, Map<String, Cloud> clouds) {
  /** How sure a rule is, the surest first. */
  public enum Standing {
    /** Packages were signed so. */
    KNOWN,
    /** The manifest says so. */
    NAMED,
    /** A root of Microsoft's under which no package was seen. */
    CANDIDATE
  }

  /** Whose servers a signer's packages are for. */
  public enum Cloud {
    COMMERCIAL,
    US_GOVERNMENT
  }

  /**
   * Names that count below a root.
   *
   * @param root digest of its certificate
   * @param names of signers (dNSName), compared whole and without regard to case
   */
  public record Rule(Sha256 root, Set<String> names, Standing standing) {
    public Rule {
      names = names.stream().map(SignerTrust::folded).collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * Signers that a manifest adds.
   *
   * @param names none: those that are known
   * @param root absent: those that are known
   */
  public record Addition(List<String> names, Optional<Sha256> root) {
    public Addition {
      names = List.copyOf(names);
    }
  }

  /**
   * Why a signer counts.
   *
   * @param name the one that counts, as the certificate has it
   * @param cloud for which it signs, where that is known
   */
  public record Vouched(Standing standing, String name, Optional<Cloud> cloud) {}

  public SignerTrust {
    rules = List.copyOf(rules);
    clouds = Map.copyOf(clouds);
  }

  /** Those that are known, and what a manifest adds to them. */
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

  /** The surest reason why a signer with these names counts below that root, if there is one. */
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

  /** Only ASCII letters have a case here: others could pass for one. */
  static String folded(String name) {
    return name.chars().allMatch(c -> c < 0x80) ? name.toLowerCase(Locale.ROOT) : name;
  }
}
