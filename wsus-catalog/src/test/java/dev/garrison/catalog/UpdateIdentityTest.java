package dev.garrison.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UpdateIdentityTest {
  private static final UUID FIRST = UUID.fromString("1E2D8F2C-0B6E-4A51-9D3B-5B2B4D6F7A01");
  private static final UUID SECOND = UUID.fromString("9a000000-0000-4000-8000-000000000000");

  @Test
  void identitiesSortByTextThenRevision() {
    assertThat(
            Stream.of(
                    new UpdateIdentity(SECOND, 1),
                    new UpdateIdentity(FIRST, 10),
                    new UpdateIdentity(FIRST, 9))
                .sorted()
                .map(UpdateIdentity::toString))
        .containsExactly(
            "1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01/9",
            "1e2d8f2c-0b6e-4a51-9d3b-5b2b4d6f7a01/10",
            "9a000000-0000-4000-8000-000000000000/1");
  }

  @Test
  void revisionZeroIsRefused() {
    assertThatThrownBy(() -> new UpdateIdentity(FIRST, 0))
        .hasMessage("a revision number starts at 1, not 0");
  }
}
