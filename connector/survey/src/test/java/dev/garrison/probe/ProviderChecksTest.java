package dev.garrison.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

final class ProviderChecksTest {
  @Test
  void aProviderOfAnotherSiteIsAProblem() {
    assertThat(ProviderChecks.otherSite("XY1", "PS1"))
        .map(Diagnostic::toString)
        .hasValue(
            "This SMS Provider belongs to site XY1, but the manifest has site PS1. Correct \"site.code\", or remove this provider from \"site.providers\". [PROVIDER_OF_OTHER_SITE GAR-0807]");
  }

  @Test
  void aSiteCodeIsTheSameInSmallLetters() {
    assertThat(ProviderChecks.otherSite("PS1", "ps1")).isEmpty();
  }
}
