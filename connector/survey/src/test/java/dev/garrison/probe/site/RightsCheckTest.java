package dev.garrison.probe.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.probe.outcome.Outcome;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which rights a probe says are missing. */
final class RightsCheckTest {
  private static final String ROLES =
      " Add the permission to the security role of this account (Administration > Security > Security Roles). See docs/reference/rights.md. [RIGHT_MISSING GAR-0808]";
  private static final String LOOK =
      " Check the security role of this account in the console (Administration > Security > Security Roles). A missing permission is reported as GAR-0202 on the step that needs it. [RIGHTS_NOT_TOLD GAR-0810]";

  private static final Feature COLLECTIONS =
      new Feature(
          "probe-feature.collections",
          Assumption.of(),
          _ -> true,
          List.of(
              new Feature.Right(Secured.COLLECTION, Permission.READ, ""),
              new Feature.Right(Secured.COLLECTION, Permission.MODIFY, "")));

  private final FakeAdminService site = new FakeAdminService();

  @BeforeEach
  void roles() {
    site.table("SMS_RbacSecuredObject", "ObjectTypeID");
  }

  private void granted(long mask) {
    site.add(
        "SMS_RbacSecuredObject",
        "ObjectTypeID",
        1,
        "ObjectTypeName",
        "SMS_Collection",
        "GrantedOperations",
        mask);
  }

  private List<String> problems(boolean separateWriter) {
    return new RightsCheck(site, separateWriter)
        .run(List.of(COLLECTIONS)).problems().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void whatIsGrantedIsNotMissing() {
    granted(0b11);
    assertThat(new RightsCheck(site, false).run(List.of(COLLECTIONS)))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("none of the 2 permissions that this manifest needs is known to be missing");
  }

  @Test
  void aRightThatIsNotGrantedIsNamedWithWhatNeedsIt() {
    granted(0b01);
    assertThat(problems(false))
        .containsExactly(
            "The permission \"Collection: Modify\" is missing. It is needed for device collections."
                + ROLES);
  }

  @Test
  void ofAReaderOnlyTheRightsToReadAreLookedFor() {
    granted(0b10);
    assertThat(problems(true))
        .containsExactly(
            "The permission \"Collection: Read\" is missing. It is needed for device collections."
                + ROLES,
            "Only the permissions of the account that reads were checked, not those of \"site.write\"."
                + LOOK);
  }

  @Test
  void aKindThatTheSiteDoesNotTellIsUnknownAndNotMissing() {
    site.add("SMS_RbacSecuredObject", "ObjectTypeID", 31, "ObjectTypeName", "SMS_Application");
    assertThat(problems(false))
        .containsExactly(
            "The site doesn't report the permissions of this account for: Collection." + LOOK);
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void eachPermissionIsItsOwnBitAndNoOther(Permission permission) {
    long own =
        switch (permission) {
          case READ -> 0x1L;
          case MODIFY -> 0x2L;
          case DELETE -> 0x4L;
          case COPY -> 0x8L;
          case SET_SECURITY_SCOPE -> 0x10L;
          case CREATE -> 0x400L;
          case READ_RESOURCE -> 0x1000L;
          case MANAGE_FOLDER_ITEM -> 0x2000L;
          case DEPLOY_CLIENT_SETTINGS -> 0x10000L;
          case MANAGE_FOLDER -> 0x20000L;
          case DEPLOY_APPLICATIONS -> 0x100000L;
          case DEPLOY_CONFIGURATION_ITEMS -> 0x400000L;
        };
    assertThat(permission.isIn(own)).isTrue();
    assertThat(permission.isIn(~own)).isFalse();
  }
}
