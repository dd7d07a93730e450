package dev.garrison.payload.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TrustedPublishersTest {
  @Test
  void onlyTheTwoCodeSigningRootsOfMicrosoftAreTrustedByThemselves() {
    assertThat(TrustedPublishers.microsoft().roots())
        .extracting(root -> subject(root.certificate()))
        .containsExactlyInAnyOrder(
            Optional.of("Microsoft Root Certificate Authority 2010"),
            Optional.of("Microsoft Root Certificate Authority 2011"));
  }

  private static Optional<String> subject(X509Certificate certificate) {
    return DistinguishedName.of(certificate.getSubjectX500Principal()).commonName();
  }

  @Test
  void codeOfOthersThatMicrosoftSignsIsNotMicrosoftsOwn() {
    TrustedRoot root = TrustedPublishers.microsoft().roots().getFirst();

    assertThat(root.accepts(name("Microsoft Windows", "Microsoft Corporation"))).isTrue();
    assertThat(root.accepts(name("Microsoft Corporation", "Microsoft Corporation"))).isTrue();
    assertThat(
            root.accepts(
                name(
                    "Microsoft Windows Hardware Compatibility Publisher", "Microsoft Corporation")))
        .isFalse();
    assertThat(root.accepts(name("Microsoft Windows", "Somebody"))).isFalse();
    assertThat(root.accepts(new DistinguishedName(Optional.empty(), Optional.empty()))).isFalse();
  }

  @Test
  void thePublisherThatTheManifestAddsCountsBelowARootOfMicrosoftsToo() {
    TrustedRoot root = TrustedPublishers.microsoft().roots().getFirst();
    TrustedPublishers trust =
        TrustedPublishers.microsoft()
            .and(
                List.of(
                    new TrustedRoot(root.certificate(), Optional.empty(), Set.of("Contoso Lab"))));

    assertThat(trust.accepts(root, name("Contoso Lab", "Contoso"))).isTrue();
    assertThat(trust.accepts(root, name("Microsoft Windows", "Microsoft Corporation"))).isTrue();
    assertThat(trust.accepts(root, name("Contoso", "Contoso"))).isFalse();
    assertThat(TrustedPublishers.microsoft().accepts(root, name("Contoso Lab", "Contoso")))
        .isFalse();
  }

  private static DistinguishedName name(String commonName, String organization) {
    return new DistinguishedName(Optional.of(commonName), Optional.of(organization));
  }
}
