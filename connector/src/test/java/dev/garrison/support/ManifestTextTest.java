package dev.garrison.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
                  other: x
                exceptions:
                  - {server: SQL07, reason: "Bob's machine", owner: bob, until: 2027-01-01}
                  - server: SQL08
                    reason: Bob's other machine
                    ticket: "CHG1"
                offboard:
                  - reason: >
                      Bob says
                      so
                    collection: Leavers
                """))
        .containsExactly(
            "",
            "site:",
            "  user: CONTOSO\\svc",
            "  password: \"env:(reference)\"",
            "  other: x",
            "exceptions:",
            "  - {server: SQL07, reason: \"(text)\", owner: \"(text)\", until: 2027-01-01}",
            "  - server: SQL08",
            "    reason: \"(text)\"",
            "    ticket: \"(text)\"",
            "offboard:",
            "  - reason: \"(text)\"",
            "    collection: Leavers");
  }

  @Test
  void aSecretThatSomebodyWroteDownInspiteOfAllIsLeftOut() {
    assertThat(
            ManifestText.lines(
                """
                password: hunter2 and more
                "password": 'hunter2'
                secret: "hun: ter2"
                - {user: x, password: hunter2, key: tls/hunter2.key}
                password: |
                  hunter2
                  hunter2
                next: y
                """))
        .noneMatch(line -> line.contains("hunter2") || line.contains("ter2"))
        .contains("next: y")
        .last()
        .isEqualTo("next: y");
  }
}
