package dev.garrison.manifest.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestTextTest {
  @Test
  void commentsReasonsAndSecretsAreLeftOut() {
    assertThat(
            ManifestText.lines(
                """
                # ask Bob Example, +1 555 0100
                site: # ours
                  user: CONTOSO\\svc
                  password: "env:GARRISON_SITE"
                  other: "it's x"
                exceptions:
                  - {server: SQL07, reason: "Bob's machine", owner: bob, until: 2027-01-01}
                  - server: SQL08
                    reason: Bob's other machine
                    ticket: "CHG1"
                groups: []
                offboard:
                  - reason: >
                      Bob says
                      so
                    collection: Leavers
                """))
        .containsExactly(
            "site:",
            "  user: CONTOSO\\svc",
            "  password: \"env:(reference)\"",
            "  other: 'it''s x'",
            "exceptions:",
            "  - server: SQL07",
            "    reason: \"(text)\"",
            "    owner: \"(text)\"",
            "    until: 2027-01-01",
            "  - server: SQL08",
            "    reason: \"(text)\"",
            "    ticket: \"(text)\"",
            "groups: []",
            "offboard:",
            "  - reason: \"(text)\"",
            "    collection: Leavers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reason: SAP vendor, contact Bob Miller",
        "owner: O'Brien [Bob]",
        "owner: \"O'Brien, Bob [it]\"",
        "password: hun,ter2, Bob",
        "password: \"hun\\\"ter2, Bob\"",
        "secret: 'it''s Bob'",
        "Reason: Bob",
        "clientSecret: Bob",
        "ticket: |\n    Bob\n    Miller",
        "owner: >-\n    Bob",
        "key: |\n    -----BEGIN PRIVATE KEY-----\n    Bob",
        "keystore: one\n    Bob",
        "passphrase: \"one\n    Bob\"",
        "token: [one, Bob]",
        "password: {text: Bob}",
        "url: hooks.contoso.example/services/Bob",
        "other: x # Bob"
      })
  void nothingOfItIsShown(String entry) {
    for (String broken : List.of("", "\nbroken: [")) {
      assertThat(ManifestText.lines("before:\n  " + entry + "\n  next: y\nlast: z" + broken))
          .as(entry + broken)
          .noneMatch(line -> line.contains("Bob") || line.contains("ter2"))
          .anyMatch(line -> line.startsWith("  next: "))
          .anyMatch(line -> line.startsWith("last: "));
    }
  }

  @Test
  void ofATextThatIsNoYamlTheKeysStandInTheirLines() {
    assertThat(
            ManifestText.lines(
                """
                site: # Bob
                  user: "Bob
                  - reason: Bob,
                      and: Bob
                    until: Bob
                """))
        .containsExactly(
            "site: (left out)", "  user: (left out)", "  - reason: (left out)", "", "");
  }

  @Test
  void whatStandsInItselfHasAnEnd() {
    assertThat(ManifestText.lines("a: &a\n  - x\nb: *a\nc: &c\n  - *c\n"))
        .containsExactly("a:", "  - x", "b:", "  (as above)", "c:", "  - (as above)");
  }

  @Test
  @Timeout(60)
  void blanksWithoutEndAreReadToTheirEnd() {
    assertThat(ManifestText.lines("site: \"x" + " ".repeat(250_000) + "x\"")).hasSize(1);
  }

  @Test
  void listsInListsWithoutEndAreReadToTheirEnd() {
    assertThat(ManifestText.lines("- ".repeat(100_000) + "key: [")).containsExactly("");
  }
}
