package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.payload.onboarding.blob.BlobException;
import dev.garrison.payload.onboarding.blob.BlobProof;
import dev.garrison.payload.onboarding.blob.BlobVerifier;
import dev.garrison.payload.onboarding.blob.SignerTrust;
import dev.garrison.payload.signer.CertificateFacts;
import dev.garrison.payload.signer.Signer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads packages of the Defender portal. A package is a zip, a script, or a {@code .onboarding} or
 * {@code .offboarding} file, recognized by its content. Works offline, and without running
 * anything.
 *
 * <p>Safe for use by several threads.
 */
public final class OnboardingPackages {
  /** The largest file that is read, in bytes; a package has a few hundred kilobytes at most. */
  public static final int LARGEST_FILE = PackageContents.LARGEST_FILE;

  private static final Pattern VALID_UNTIL =
      Pattern.compile("(?i)valid_until_(\\d{4}-\\d{2}-\\d{2})(?!\\d)");

  private final Json json;
  private final BlobVerifier verifier;

  public OnboardingPackages(Json json, SignerTrust trust) {
    this.json = json;
    this.verifier = new BlobVerifier(json, trust);
  }

  /**
   * Reads a package.
   *
   * @param file its name in messages
   * @param bytes at most {@link #LARGEST_FILE}
   * @throws RefusalException when it is no package, or its blob cannot be proven
   */
  public OnboardingPackage read(String file, byte[] bytes) {
    try {
      return reading(file, bytes);
    } catch (BlobException e) {
      throw Refusals.of(file, e);
    }
  }

  /**
   * Reads the signer of a package, whether that signer counts or not.
   *
   * @throws RefusalException when anything but the signer is wrong
   */
  public Signer signer(String file, byte[] bytes) {
    try {
      BlobProof proof = reading(file, bytes).proof();
      return signer(proof.chain(), true, List.of());
    } catch (BlobException e) {
      RefusalException refusal = Refusals.of(file, e);
      if (e.chain().isEmpty()) {
        throw refusal;
      }
      return signer(e.chain(), false, refusal.diagnostics());
    }
  }

  private static Signer signer(
      List<CertificateFacts> chain, boolean counts, List<Diagnostic> findings) {
    return new Signer(chain, counts, Optional.empty(), SignerLines.entry(chain), findings);
  }

  private OnboardingPackage reading(String file, byte[] bytes) throws BlobException {
    List<PackageEntry> entries = PackageContents.of(file, bytes);
    List<FoundBlob> found = new BlobSearch(json, file, entries).find();
    if (found.isEmpty()) {
      throw Refusals.nothing(file, PackageContents.isZip(bytes));
    }
    FoundBlob first = found.getFirst();
    if (found.stream().anyMatch(other -> !other.blob().sameAs(first.blob()))) {
      throw Refusals.differ(file);
    }
    return proven(file, first, Surroundings.of(entries, found));
  }

  private OnboardingPackage proven(String file, FoundBlob found, Surroundings surroundings)
      throws BlobException {
    BlobProof proof = verifier.prove(found.blob());
    boolean onboards = proof.statement().onboards();
    if (onboards == proof.statement().expires().isPresent()
        || found.onboards().filter(said -> said != onboards).isPresent()) {
      throw Refusals.contradiction(file);
    }
    return new OnboardingPackage(
        file,
        found.method(),
        proof,
        found.blob(),
        day(file).or(() -> day(found.entry().name())),
        surroundings);
  }

  /** The day in a name; empty if it is not a valid day. */
  private static Optional<LocalDate> day(String name) {
    Matcher matcher = VALID_UNTIL.matcher(name);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(matcher.group(1)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
