package dev.garrison.mecm.adminservice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailureKindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOT_FOUND | GAR-0201 | knows no such object, class or method. Someone may have deleted the"
            + " object: make a new plan.",
        "ACCESS_DENIED | GAR-0202 | denied access. Give the account an administrative user with the"
            + " role it needs (Administration > Security > Administrative Users). After a server"
            + " upgrade check the members of SMS Admins too.",
        "UNAUTHORIZED | GAR-0203 | did not accept the sign-in. Check 'site.user' and"
            + " 'site.password', and that the account is not locked.",
        "REFUSED | GAR-0204 | refused the request. SMSProv.log and AdminService.log on that server"
            + " say why, at the time of this message.",
        "LOCKED | GAR-0205 | holds the object locked. Close it in the console that has it open, or"
            + " wait until the lock runs out, and run again.",
        "UNAVAILABLE | GAR-0206 | cannot be reached. Check the address under 'site.providers', the"
            + " network, and that the SMS_REST_PROVIDER component runs there.",
        "NOT_ADMINSERVICE | GAR-0207 | did not answer like an administration service. Check the"
            + " address under 'site.providers': it ends in /AdminService on a server with the SMS"
            + " Provider role, and no proxy stands in between.",
        "BROKEN_ANSWER | GAR-0208 | sent a broken answer. Run again. If it stays, look into"
            + " AdminService.log on that server.",
        "LOST_ANSWER | GAR-0209 | did not confirm a change that was sent. Run again: Garrison reads"
            + " first and finds the change if it took effect.",
        "TIMEOUT | GAR-0210 | did not answer in time. Run again when the site is less busy.",
        "SET_ASIDE | GAR-0250 | is set aside for a while. This request was not sent. Find out what"
            + " is wrong on that server, and run again after that time.",
        "NO_FREE_PLACE | GAR-0253 | has too many of Garrison's requests under way. This request was"
            + " not sent. Run again when less is going on."
      })
  void eachKindHasItsCodeAndItsWords(FailureKind kind, String label, String words) {
    assertThat(kind.label()).isEqualTo(label);
    assertThat(kind.phrase() + ". " + kind.remedy("site")).isEqualTo(words);
  }
}
