package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RefusedManifestTest {
  static List<Mutation> mutations() throws IOException {
    return Mutation.all();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void aMistakeIsToldWithItsLineAndItsRemedy(Mutation mutation) throws IOException {
    String text = mutation.appliedTo(Examples.text("every-key.yaml"));
    assertThat(Examples.problems(text)).containsExactlyElementsOf(mutation.problems());
  }
}
