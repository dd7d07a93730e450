package dev.garrison.mecm.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.mecm.odata.Row;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** One application, one group; the package's version 2 is needed unless a test says otherwise. */
final class PointReportsTest {
  private static final long SUCCESS = 1;
  private static final long IN_PROGRESS = 2;
  private static final long ERROR = 3;
  private final PointReports reports = new PointReports();

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private void status(String point, long state, int minute) {
    reports.status(
        new Row(
            object()
                .put("ObjectID", "app")
                .put("GroupID", "g")
                .put("DPName", point)
                .put("MessageState", state)
                .put("StatusTime", "2026-11-24T21:%02d:00Z".formatted(minute))));
  }

  private void version(String path, long version) {
    reports.version(
        new Row(
            object()
                .put("PackageID", "PS100020")
                .put("ServerNALPath", path)
                .put("SourceVersion", version)));
  }

  private static String path(String point) {
    return "[\"Display=\\\\%s\\\"]MSWNET:[\"SMS_SITE=PS1\"]\\\\%s\\".formatted(point, point);
  }

  private List<Long> states(OptionalLong needed) {
    return reports.of("app", "g", "PS100020", needed).values().stream()
        .map(PointReports.Report::state)
        .toList();
  }

  private List<Long> states() {
    return states(OptionalLong.of(2));
  }

  @Test
  void severalReportsOfOnePointAreOnePoint() {
    status("dp01.corp.example", IN_PROGRESS, 1);
    status("dp01.corp.example", SUCCESS, 3);
    status("DP01.corp.example", IN_PROGRESS, 2);
    version(path("dp01.corp.example"), 2);
    assertThat(states()).containsExactly(SUCCESS);
  }

  @Test
  void ofTwoReportsAtOneTimeSuccessDoesNotCount() {
    status("dp01", SUCCESS, 1);
    status("dp01", ERROR, 1);
    version(path("dp01"), 2);
    assertThat(states()).containsExactly(ERROR);
  }

  @Test
  void successWithTheContentOfBeforeIsStillUnderWay() {
    status("dp01.corp.example", SUCCESS, 1);
    version(path("dp01.corp.example"), 1);
    assertThat(states()).containsExactly(IN_PROGRESS);
  }

  @Test
  void aLaterVersionOfThePackageHasTheContentToo() {
    status("dp01", SUCCESS, 1);
    version(path("dp01"), 5);
    assertThat(states()).containsExactly(SUCCESS);
  }

  @Test
  void successIsNotBelievedWithoutAVersion() {
    status("dp01", SUCCESS, 1);
    assertThat(states()).containsExactly(IN_PROGRESS);
  }

  @Test
  void nothingIsDoneWhileThePackageLacksTheContent() {
    status("dp01", SUCCESS, 1);
    version(path("dp01"), 9);
    assertThat(states(OptionalLong.empty())).containsExactly(IN_PROGRESS);
  }

  @Test
  void aServerIsTheSameByItsShortNameAndByItsFullOne() {
    status("\\\\DP01", SUCCESS, 1);
    version(path("dp01.corp.example"), 2);
    assertThat(states()).containsExactly(SUCCESS);
  }

  @Test
  void aPackageInPartsNeedsTheVersionThatHasThemAll() {
    ContentVersions versions = new ContentVersions();
    deploymentType(versions, "Content_A", true);
    deploymentType(versions, "Content_B", true);
    deploymentType(versions, "Content_Old", false);
    part(versions, "content_a", 2);
    assertThat(versions.needed("app", "PS100020")).as("B is missing").isEmpty();
    part(versions, "Content_B", 4);
    assertThat(versions.needed("app", "PS100020")).hasValue(4);
  }

  @Test
  void withoutAnythingToCompareTheLatestVersionIsNeededAndWithoutThatNoneWillDo() {
    assertThat(new ContentVersions().needed("app", "PS100020")).hasValue(Long.MAX_VALUE);
  }

  private static void deploymentType(ContentVersions versions, String content, boolean latest) {
    versions.deploymentType(
        new Row(
            object().put("AppModelName", "app").put("ContentId", content).put("IsLatest", latest)));
  }

  private static void part(ContentVersions versions, String content, long version) {
    versions.part(
        new Row(
            object()
                .put("PackageID", "PS100020")
                .put("ContentUniqueID", content)
                .put("MinPackageVersion", version)));
  }
}
