package dev.garrison.mecm.adminservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailureKindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOT_FOUND | GAR-0201 | has no such object, class, or method | Create a new plan. The object might have been deleted.",
        "ACCESS_DENIED | GAR-0202 | denied access | Add an administrative user with the required security role for the account (Administration > Security > Administrative Users). After a server upgrade, also check the members of the group SMS Admins.",
        "UNAUTHORIZED | GAR-0203 | didn't accept the sign-in | Check \"site.user\" and \"site.password\", and make sure that the account isn't locked.",
        "REFUSED | GAR-0204 | refused the request | Check SMSProv.log and AdminService.log on that server, at the time of this message.",
        "LOCKED | GAR-0205 | holds a lock on the object | Close the object in the console that has it open, or wait until the lock expires, and run the command again.",
        "UNAVAILABLE | GAR-0206 | can't be reached | Check the address in \"site.providers\" and the network, and make sure that the component SMS_REST_PROVIDER runs on the server.",
        "NOT_ADMINSERVICE | GAR-0207 | didn't answer like an administration service | Check the address in \"site.providers\": it must end in /AdminService on a server with the SMS Provider role, without a proxy in between.",
        "BROKEN_ANSWER | GAR-0208 | sent a broken answer | Run the command again. If the problem persists, check AdminService.log on that server.",
        "LOST_ANSWER | GAR-0209 | didn't confirm a change that was sent | Run the command again. Garrison reads the site first, and detects whether the change took effect.",
        "TIMEOUT | GAR-0210 | didn't answer in time | Run the command again when the site is less busy.",
        "SET_ASIDE | GAR-0250 | is set aside for a while | Find the problem on that server, and run the command again after that time. This request wasn't sent.",
        "NO_FREE_PLACE | GAR-0253 | has too many of Garrison's requests in progress | Run the command again when fewer requests are in progress. This request wasn't sent."
      })
  void eachKindHasItsCodeAndItsWords(FailureKind kind, String label, String words, String fix) {
    assertThat(kind.label()).isEqualTo(label);
    AdminServiceException failure =
        new AdminServiceException(
            new AdminServiceException.Request("GET", "cm01", "wmi/X", "site"),
            AnswerFailure.lasting(kind, 500, Text.verbatim("why")));
    assertThat(failure.diagnostics().getFirst().problem())
        .isEqualTo("The administration service on cm01 " + words + ": GET wmi/X (HTTP 500: why).");
    assertThat(failure.diagnostics().getFirst().remedy()).isEqualTo(fix);
  }
}
