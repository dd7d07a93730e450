package dev.garrison.offboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.lab.LabServers;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.servers.RawSite;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** A pilot ring whose servers are onboarded, and a collection of those that shall leave. */
final class Leavers implements AutoCloseable {
  static final String ENTRY =
      """
      offboard:
        - name: leavers
          collection: Old servers
          package: packages/offboarding.cmd
          uninstall: true
          withoutAntivirus: [FS01]
          reason: CHG0042
      """;
  private static final SigningAuthority AUTHORITY = SigningAuthority.named("Garrison Sample");
  private static final int MOST_ROUNDS = 40;

  private final TrialSite site;
  private final RawSite raw;
  private final String collection;

  Leavers(String name, Path folder, String... servers) {
    this(name, folder, _ -> {}, servers);
  }

  /**
   * Servers that leave.
   *
   * @param before what a person does before the ring's servers are onboarded
   */
  Leavers(String name, Path folder, Consumer<TrialSite> before, String... servers) {
    site = new TrialSite(name, folder);
    before.accept(site);
    raw = new RawSite(site.lab().adminService());
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(5));
    collection = raw.collection("Old servers", "All Servers", servers);
    site.pass(Duration.ofMinutes(10));
    offboarding(Blobs.TENANT, now().plus(Duration.ofDays(7)));
  }

  TrialSite site() {
    return site;
  }

  LabServers servers() {
    return site.lab().servers();
  }

  Instant now() {
    return site.lab().clock().instant();
  }

  /** Downloads another package. */
  void offboarding(UUID tenant, Instant end) {
    String blob = Blobs.signed(AUTHORITY, Blobs.offboarding(tenant, end), Signing.WITH_PSS);
    try {
      Files.write(
          site.folder().resolve("packages/offboarding.cmd"), Scripts.OFFBOARDING.bytes(blob));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the entry into the manifest. */
  void enter(String entry) {
    site.manifest().replace("sampleSharing", entry + "sampleSharing");
  }

  /** Takes it out again. */
  void strike(String entry) {
    site.manifest().replace(entry, "");
  }

  /** Somebody makes another collection. */
  void collection(String name, String... servers) {
    raw.collection(name, "All Servers", servers);
    site.pass(Duration.ofMinutes(10));
  }

  /** Somebody adds a server to the collection, or takes one out of it. */
  void change(String method, String server) {
    raw.direct(collection, method, server);
    site.pass(Duration.ofMinutes(1));
  }

  /** Applies every ten minutes until a plan has nothing to write and nothing that the site does. */
  void settle() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      assertThat(site.apply()).isEmpty();
      if (changes().stream().noneMatch(change -> moves(change))) {
        return;
      }
      site.pass(Duration.ofMinutes(10));
    }
    throw new AssertionError("still something to do:\n" + changes());
  }

  private static boolean moves(PlannedChange change) {
    return change.action().writes()
        || (change.action() == Action.WAIT && !change.summary().startsWith("offboard "));
  }

  /** Goes on until the next apply would hand servers over to offboarding. */
  void untilHandedOver() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!site.plan().takesOut(false).isEmpty()) {
        return;
      }
      assertThat(site.apply()).isEmpty();
      site.pass(Duration.ofMinutes(20));
    }
    throw new AssertionError("nobody leaves:\n" + changes());
  }

  /** What is not as it shall be. */
  List<PlannedChange> changes() {
    return site.plan().changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .toList();
  }

  /** Addresses of these, with what is done. */
  static List<String> words(List<PlannedChange> changes) {
    return changes.stream().map(change -> change.action() + " " + change.address()).toList();
  }

  /** Remarks that begin so. */
  List<String> remarks(String beginning) {
    Plan plan = site.plan();
    return plan.remarks().stream().filter(remark -> remark.startsWith(beginning)).toList();
  }

  /** The version of the content that offboards, as the plan names it. */
  String version() {
    return site.plan().changes().stream()
        .map(change -> change.address().name())
        .filter(name -> name.startsWith("mde-offboarding/"))
        .map(name -> name.substring(name.indexOf('/') + 1))
        .findFirst()
        .orElseThrow();
  }

  /** Names of a collection's members, as the site evaluates it. */
  List<String> reached(String name) {
    String id = raw.named("SMS_Collection", "Name", name).path("CollectionID").asText();
    return StreamSupport.stream(
            raw.get("SMS_FullCollectionMembership?$filter=CollectionID%20eq%20'" + id + "'")
                .path("value")
                .spliterator(),
            false)
        .map(row -> row.path("Name").asText())
        .sorted()
        .toList();
  }

  List<String> refusals() {
    return site.apply().stream().map(Diagnostic::toString).toList();
  }

  @Override
  public void close() {
    raw.close();
    site.close();
  }
}
