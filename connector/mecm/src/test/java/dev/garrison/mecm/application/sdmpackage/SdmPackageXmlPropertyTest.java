package dev.garrison.mecm.application.sdmpackage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.mecm.application.model.Application;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties of the codec over seeded applications; a failure names its seed. */
final class SdmPackageXmlPropertyTest {
  private static final int SEEDS = 200;

  private final SdmPackageXml codec = new SdmPackageXml();

  @Test
  void whatIsWrittenIsReadBackAndNothingElse() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Application application = new RandomApplications(seed).next();
      assertThat(codec.read(codec.write(application, Samples.SCOPE)))
          .as("seed %d", seed)
          .isEqualTo(
              new ApplicationDigest(application, Samples.SCOPE, 1, 1, new Unmodelled(List.of())));
    }
  }

  @Test
  void aNewRevisionSaysWhatIsWantedAndKeepsTheConsolesEdits() {
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomApplications applications = new RandomApplications(seed);
      String first = codec.write(applications.next(), Samples.SCOPE);
      String edited = ConsoleEdits.apply(first, new Random(seed));
      ApplicationDigest before = codec.read(edited);
      Application wanted = applications.next();
      assertThat(codec.read(codec.update(edited, wanted)))
          .as("seed %d", seed)
          .isEqualTo(new ApplicationDigest(wanted, before.scopeId(), 2, 2, before.unmodelled()));
    }
  }

  @Test
  void updatingTwiceIsUpdatingOnce() {
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomApplications applications = new RandomApplications(seed);
      String edited =
          ConsoleEdits.apply(codec.write(applications.next(), Samples.SCOPE), new Random(seed));
      Application wanted = applications.next();
      String once = codec.update(edited, wanted);
      assertThat(codec.update(once, wanted)).as("seed %d", seed).isEqualTo(once);
    }
  }
}
