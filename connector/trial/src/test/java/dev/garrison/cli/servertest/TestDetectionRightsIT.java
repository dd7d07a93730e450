package dev.garrison.cli.servertest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.servertest.TestedSite.Printed;
import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rights that docs/reference/rights.md asks for to test detection, and what happens without
 * one.
 */
final class TestDetectionRightsIT {
  private static final Path BOOK =
      Path.of(System.getProperty("repository.root"), "docs/reference/rights.md");
  private static final Set<Right> COLLECTIONS =
      EnumSet.of(Right.READ, Right.READ_RESOURCE, Right.RUN_SCRIPT);
  @TempDir private Path folder;
  private TestedSite site;

  @BeforeEach
  void start() {
    site = new TestedSite("mixed", folder);
    grant(COLLECTIONS, EnumSet.of(Right.READ, Right.CREATE));
    for (Secured kind : EnumSet.of(Secured.APPLICATION, Secured.POINT_GROUP, Secured.SITE)) {
      site.site().lab().rights().only(kind, EnumSet.of(Right.READ));
    }
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void grant(Set<Right> collections, Set<Right> scripts) {
    site.site().lab().rights().only(Secured.COLLECTION, collections);
    site.site().lab().rights().only(Secured.SCRIPT, scripts);
  }

  private Printed run() {
    site.site().pass(Duration.ofSeconds(1));
    return site.run("test-detection", "--yes", "--server", "OWN01");
  }

  private void approved() {
    run();
    site.site().lab().withScripts(library -> library.approve(TestedSite.SCRIPT.name()));
  }

  @Test
  void theDocumentSaysThem() throws IOException {
    assertThat(Files.readString(BOOK))
        .contains(
            "| creates the script (the account that writes) | SMS Scripts | Read, Create |\n",
            "| approves it (another person) | SMS Scripts | Read, Approve, Modify |\n",
            "| runs it (the account that writes) | Collection | Run Script |\n",
            "| reads the result (the account that reads) | SMS Scripts | Read |\n");
  }

  @Test
  void theySuffice() {
    approved();
    grant(COLLECTIONS, EnumSet.of(Right.READ));
    assertThat(run().exit()).isZero();
  }

  @Test
  void withoutCreateTheScriptIsNotMadeAndTheRightIsNamed() {
    grant(COLLECTIONS, EnumSet.of(Right.READ));
    Printed printed = run();
    assertThat(printed.err()).contains("SMS_Scripts.CreateScripts", "[GAR-0202]");
    assertThat(printed.exit()).isEqualTo(1);
  }

  @Test
  void withoutApproveItIsLeftToAnotherPerson() {
    site.site().lab().withScripts(library -> library.wantsAnotherApprover(false));
    Printed printed = run();
    assertThat(printed.err()).contains("[GAR-1027]");
    assertThat(printed.exit()).isEqualTo(3);
  }

  @Test
  void withoutRunScriptTheSiteDeniesItAndTheRightIsNamed() {
    approved();
    grant(EnumSet.of(Right.READ, Right.READ_RESOURCE), EnumSet.of(Right.READ));
    Printed printed = run();
    assertThat(printed.out())
        .contains(
            "the site denied it: the account may not run scripts (Run Script on Collection, Read on\n");
    assertThat(printed.exit()).isEqualTo(1);
  }
}
