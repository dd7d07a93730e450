package dev.garrison.wsus.updateserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A scope has the attributes of Microsoft's own client in its order, whatever is asked. */
final class UpdateScopeTest {
  private static final String BEGINNING =
      "<?xml version=\"1.0\" encoding=\"utf-16\"?><UpdateScope ApprovedStates=\"%s\""
          + " UpdateTypes=\"-1\" FromArrivalDate=\"01-01-1753 00:00:00.000\""
          + " ToArrivalDate=\"12-31-9999 23:59:59.997\"";
  private static final String END =
      " IncludedInstallationStates=\"-1\" ExcludedInstallationStates=\"0\""
          + " IsWsusInfrastructureUpdate=\"0\" FromCreationDate=\"01-01-1753 00:00:00.000\""
          + " ToCreationDate=\"12-31-9999 23:59:59.997\" UpdateApprovalActions=\"-1\""
          + " UpdateSources=\"-1\" ExcludeOptionalUpdates=\"0\"/>";

  @Test
  void thatOfAllUpdatesHasAllButTheLists() {
    assertThat(UpdateScope.ALL.document()).isEqualTo(BEGINNING.formatted("-1") + END);
    assertThat(UpdateScope.DECLINED.document()).isEqualTo(BEGINNING.formatted("8") + END);
    assertThat(UpdateScope.EXPIRED.document()).isEqualTo(BEGINNING.formatted("7") + END);
  }

  @Test
  void thatOfAProductHasItBehindTheTimesOfArrival() {
    UUID product = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000f");

    assertThat(UpdateScope.of(product).document())
        .isEqualTo(
            BEGINNING.formatted("-1")
                + " Categories=\"&lt;root&gt;&lt;CategoryID&gt;%s&lt;/CategoryID&gt;&lt;/root&gt;\""
                    .formatted(product)
                + END);
  }
}
