package dev.garrison.payload.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.language.Text;
import dev.garrison.payload.onboarding.blob.BlobException;
import dev.garrison.payload.onboarding.blob.SignedBlob;
import dev.garrison.payload.onboarding.script.BatchScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the blobs in a package, and the form of each. */
final class BlobSearch {
  private static final String ONBOARDING_VALUE = "OnboardingInfo";

  /** Registry value that offboarding scripts write. */
  private static final String OFFBOARDING_VALUE = "696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A";

  private static final String NON_PERSISTENT = "Onboard-NonPersistentMachine.ps1";

  private final Json json;
  private final String file;
  private final List<PackageEntry> entries;

  BlobSearch(Json json, String file, List<PackageEntry> entries) {
    this.json = json;
    this.file = file;
    this.entries = entries;
  }

  /**
   * All blobs, those in scripts first.
   *
   * @throws RefusalException when one is found that cannot be read
   */
  List<FoundBlob> find() throws BlobException {
    List<FoundBlob> found = new ArrayList<>();
    for (PackageEntry entry : entries) {
      if (entries.size() == 1 || entry.mayHoldBlob()) {
        (entry.isJson() ? plain(entry) : inScript(entry)).ifPresent(found::add);
      }
    }
    return Stream.concat(
            found.stream().filter(blob -> blob.script().isPresent()),
            found.stream().filter(blob -> blob.script().isEmpty()))
        .toList();
  }

  private Optional<FoundBlob> plain(PackageEntry entry) throws BlobException {
    String text = withoutMark(new String(entry.bytes(), StandardCharsets.UTF_8));
    Optional<String> wrapped = wrapped(text);
    return Optional.of(
        new FoundBlob(
            entry,
            wrapped.isPresent()
                ? DeploymentMethod.OTHER_SYSTEM
                : DeploymentMethod.CONFIGURATION_MANAGER_OR_MDM,
            SignedBlob.read(json, wrapped.orElse(text)),
            Optional.empty(),
            Optional.empty()));
  }

  /** The blob inside a file of Linux or macOS. */
  private Optional<String> wrapped(String text) {
    try {
      return Optional.ofNullable(json.parse(text).get("onboardingInfo"))
          .filter(JsonNode::isTextual)
          .map(JsonNode::textValue);
    } catch (JsonException notJson) {
      // Reading the blob itself says what is wrong.
      return Optional.empty();
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private Optional<FoundBlob> inScript(PackageEntry entry) throws BlobException {
    BatchScript script = BatchScript.read(entry.text());
    if (!script.overlong().isEmpty()) {
      throw Refusals.overlongLine(file, entry.name(), script.overlong().getFirst());
    }
    if (!script.unreadable().isEmpty()) {
      throw Refusals.unreadableLine(file, entry.name(), script.unreadable().getFirst());
    }
    List<String> onboarding = script.written(ONBOARDING_VALUE);
    List<String> offboarding = script.written(OFFBOARDING_VALUE);
    if (onboarding.isEmpty() && offboarding.isEmpty()) {
      return Optional.empty();
    }
    if (!onboarding.isEmpty() && !offboarding.isEmpty()) {
      throw Refusals.contradiction(file);
    }
    if (Stream.concat(onboarding.stream(), offboarding.stream()).distinct().count() > 1) {
      throw Refusals.differ(file);
    }
    if (!script.whole()) {
      throw Refusals.cutOff(file, Text.of("package.entry-cut-off", "entry", entry.name()));
    }
    boolean onboards = offboarding.isEmpty();
    SignedBlob blob =
        SignedBlob.read(json, onboards ? onboarding.getFirst() : offboarding.getFirst());
    return Optional.of(
        new FoundBlob(entry, method(script), blob, Optional.of(onboards), Optional.of(script)));
  }

  private DeploymentMethod method(BatchScript script) {
    if (script.interactive() || script.expedited()) {
      return DeploymentMethod.LOCAL_SCRIPT;
    }
    return entries.stream().anyMatch(entry -> entry.name().equalsIgnoreCase(NON_PERSISTENT))
        ? DeploymentMethod.VDI
        : DeploymentMethod.GROUP_POLICY;
  }
}
