package dev.garrison.probe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.probe.outcome.SiteNames.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
  private static Redaction redaction() {
    SiteNames names = new SiteNames();
    names.know(Kind.SITE, "PS1");
    names.knowServer("cm01.contoso.example");
    names.knowUser("CONTOSO\\svc-garrison");
    names.know(Kind.TENANT, "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2");
    return new Redaction(names);
  }

  @Test
  void aNameIsTheSameWordWhereverItIsMet() {
    assertThat(
            redaction()
                .apply(
                    "Site PS1 on CM01.contoso.example:443 lets contoso\\svc-garrison in; cm01 knows tenant 5D1F2C7E-3f0b-4c55-9d0e-8f6f3a1b70c2."))
        .isEqualTo(
            "Site <site-1> on <server-1>:443 lets <domain-2>\\<user-1> in; <server-1> knows tenant <tenant-1>.");
  }

  @Test
  void whatStandsBesideAKnownDomainIsNoLessAName() {
    assertThat(
            redaction()
                .apply(
                    "dc07.lab.contoso.example and dc07.contoso.example refuse CONTOSO\\jdoe, contoso.example\\jroe and jdoe@contoso.example."))
        .isEqualTo(
            "<server-x1> and <server-x2> refuse <domain-2>\\<user-x1>, <domain-1>\\<user-x2> and <user-x1>@<domain-1>.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dc07.fabrikam.internal",
        "FABRIKAM\\admin",
        "admin@FABRIKAM.INTERNAL",
        "\\\\fs07\\deploy$\\mde",
        "smb://fs07/deploy",
        "https://fs07.fabrikam.internal:8443/AdminService",
        "10.11.12.13",
        "fe80:0:0:0:1:2:3:4",
        "S-1-5-21-1004336348-1177238915-682003330-512",
        "0a1b2c3d-1111-2222-3333-444455556666",
        "CN=Fabrikam Issuing CA",
        "/srv/fabrikam/secrets/garrison.keytab"
      })
  void whatOnlyAServersMessageBringsIsKnownByItsForm(String name) {
    assertThat(redaction().apply("refused for " + name + " just now"))
        .doesNotContain(name)
        .matches("refused for [^ ]*<[a-z]+-x1>.* just now|refused for <subject-x1>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Site runs 2107 (5.00.9058.1000), SMS Provider 5.2107.1059.1000.",
        "This site doesn't offer SMS_Collection.AddMembershipRule.",
        "SMSProv.log and AdminService.log on that server say why.",
        "Check 'site.providers', 'site.trust' and krb5.conf; see docs/reference/rights.md.",
        "Administration > Security > Security Roles",
        "GAR-0202, KB11121541, TLS 1.3, SMB 3.1.1"
      })
  void versionsAndFindingsStay(String text) {
    assertThat(redaction().apply(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.", "/a", "-1", "a-", "1:", "a@", "a\\"})
  void textOfOnePieceRepeatedIsReadToItsEnd(String piece) {
    assertThat(redaction().apply("S-1-1" + piece.repeat(20_000))).isNotEmpty();
    assertThat(redaction().apply(" " + piece.repeat(20_000) + "!")).isNotEmpty();
  }
}
