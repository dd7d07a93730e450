package dev.garrison.probe.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.ServerClock;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Capabilities;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.SiteNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A distribution point group gives servers content only where it is there and has members. */
final class GroupsCheckTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  /** A site that tells its groups and nothing else. */
  private record Groups(Map<String, Integer> members) implements AdminService {
    @Override
    public void query(ODataQuery query, Consumer<ObjectNode> row) {
      assertThat(query.className()).isEqualTo("SMS_DistributionPointGroup");
      new TreeMap<>(members)
          .forEach((name, count) ->
              row.accept(
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("Name", name)
                      .put("MemberCount", count)));
    }

    private static AssertionError unasked() {
      return new AssertionError("only the groups are asked for");
    }

    @Override
    public Optional<ObjectNode> get(String className, ObjectKey key) {
      throw unasked();
    }

    @Override
    public ObjectNode create(String className, ObjectNode body) {
      throw unasked();
    }

    @Override
    public void put(String className, ObjectKey key, ObjectNode body) {
      throw unasked();
    }

    @Override
    public ObjectNode post(String className, ObjectKey key, ObjectNode body) {
      throw unasked();
    }

    @Override
    public void delete(String className, ObjectKey key) {
      throw unasked();
    }

    @Override
    public ObjectNode invoke(String className, ObjectKey key, String method, ObjectNode arguments) {
      throw unasked();
    }

    @Override
    public ObjectNode invokeStatic(String className, String method, ObjectNode arguments) {
      throw unasked();
    }

    @Override
    public ObjectNode readStatic(String className, String method) {
      throw unasked();
    }

    @Override
    public ServerClock clock() {
      throw unasked();
    }

    @Override
    public Capabilities capabilities() {
      throw unasked();
    }
  }

  private static Outcome check(Map<String, Integer> members) throws IOException {
    Manifest manifest =
        new ManifestReader()
            .read(
                "garrison.yaml",
                Path.of("/nowhere"),
                Files.readAllBytes(ROOT.resolve("config/examples/minimal.yaml")),
                LocalDate.EPOCH)
            .manifest();
    return new GroupsCheck(new Groups(members), new SiteNames()).run(manifest);
  }

  @Test
  void aGroupWithMembersIsToldWithTheirNumber() throws IOException {
    assertThat(check(Map.of("All DPs", 1)))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("All DPs (1 distribution point)");
    assertThat(check(Map.of("All DPs", 4, "Others", 0)))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("All DPs (4 distribution points)");
  }

  @Test
  void aGroupWithoutMembersGivesNobodyContent() throws IOException {
    assertThat(check(Map.of("All DPs", 0)).problems())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "The distribution point group \"All DPs\" has no members, so no server can get content."
                + " Add distribution points to the group in the console (Administration > Distribution Point"
                + " Groups). [GROUP_WITHOUT_POINTS GAR-0815]");
  }

  @Test
  void aGroupThatIsMistypedIsNamedWithTheNearest() throws IOException {
    assertThat(check(Map.of("All DP", 4, "Europe", 2)).problems())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "The site shows no distribution point group \"All DPs\". Did you mean \"All DP\"?"
                + " Correct the name in the manifest. The site shows: All DP, Europe."
                + " [GROUP_NOT_THERE GAR-0814]");
  }

  @Test
  void aGroupThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
    assertThat(check(Map.of("Europe DPs", 2)).problems())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "The site shows no distribution point group \"All DPs\". Correct the name in the manifest."
                + " The site shows: Europe DPs. [GROUP_NOT_THERE GAR-0814]");
    assertThat(check(Map.of()).problems())
        .extracting(Diagnostic::remedy)
        .containsExactly(
            "Create a distribution point group, or give the account the permission to read distribution point groups. The site shows none.");
  }
}
