package dev.garrison.mecm.adminservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fake answers as the lab and sites do, and refuses what nobody prepared. */
final class FakeAdminServiceTest {
  private static final ODataQuery ALL = ODataQuery.of("SMS_Thing").keys("ID");

  private final FakeAdminService site =
      new FakeAdminService().table("SMS_Thing", "ID").lazy("SMS_Thing", "Rules");

  private void three() {
    site.add("SMS_Thing", "ID", 1, "Name", "O'Neill (a)", "Size", 5, "Old", true);
    site.add("SMS_Thing", "ID", 2, "Name", "web 100% & more", "Size", 7, "Old", false);
    site.add("SMS_Thing", "ID", 3, "Size", 9, "Rules", List.of("x"));
  }

  static Stream<Arguments> filters() {
    ODataFilter name = ODataFilter.equal("Name", "o'neill (A)");
    return Stream.of(
        Arguments.of(name, List.of(1L)),
        Arguments.of(ODataFilter.equal("name", "web 100% & more"), List.of(2L)),
        Arguments.of(ODataFilter.startsWith("Name", "WEB 1"), List.of(2L)),
        Arguments.of(ODataFilter.equal("Size", 7), List.of(2L)),
        Arguments.of(ODataFilter.atLeast("Size", 7), List.of(2L, 3L)),
        Arguments.of(ODataFilter.equal("Old", true), List.of(1L)),
        Arguments.of(ODataFilter.equal("Old", false), List.of(2L)),
        Arguments.of(name.or(ODataFilter.equal("Size", 9)), List.of(1L, 3L)),
        Arguments.of(name.and(ODataFilter.equal("Size", 9)), List.of()),
        Arguments.of(
            name.or(ODataFilter.equal("Size", 9)).and(ODataFilter.atLeast("Size", 6)), List.of(3L)),
        Arguments.of(ODataFilter.equal("Nothing", ""), List.of()));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void aFilterIsAnsweredAsItIsSent(ODataFilter filter, List<Long> found) {
    three();
    assertThat(site.list(ALL.where(filter)))
        .extracting(row -> row.path("ID").longValue())
        .isEqualTo(found);
  }

  @Test
  void aListShowsWhatWasSelectedAndNothingLazy() {
    three();
    assertThat(site.list(ALL.where(ODataFilter.equal("ID", 3))))
        .containsExactly(FakeAdminService.object("ID", 3, "Size", 9));
    assertThat(site.list(ALL.select("Name").top(1)))
        .containsExactly(FakeAdminService.object("ID", 1, "Name", "O'Neill (a)"));
    assertThat(site.get("SMS_Thing", ObjectKey.of(3)).orElseThrow().path("Rules")).hasSize(1);
  }

  @Test
  void moreRowsThanTheQueryAllowsBreakTheAnswer() {
    three();
    assertThatThrownBy(() -> site.list(ALL.mostRows(2)))
        .isInstanceOf(AdminServiceException.class)
        .hasMessageContaining("the list has more than 2 rows");
  }

  @Test
  void whatNobodyPreparedIsRefusedLoudly() {
    three();
    assertThatThrownBy(() -> site.list(ODataQuery.of("SMS_Other")))
        .hasMessage("the fake site has no class SMS_Other yet");
    assertThatThrownBy(() -> site.invoke("SMS_Thing", ObjectKey.of(1), "Do", new Body().node()))
        .hasMessage("the fake site has no method SMS_Thing.Do");
  }

  private record Body(ObjectNode node) {
    Body() {
      this(FakeAdminService.object("Name", "new"));
    }
  }

  @Test
  void writesAreKeptInOrderWithTheirBodiesAndTakeEffect() {
    three();
    site.method("SMS_Thing.Do", (row, arguments) -> row.put("Name", arguments.get("to").asText()));
    site.method("SMS_Thing.Any", (_, _) -> FakeAdminService.object("Out", 4));
    ObjectNode made = site.create("SMS_Thing", new Body().node());
    site.put("SMS_Thing", ObjectKey.of(1), FakeAdminService.object("Size", 6));
    site.post("SMS_Thing", ObjectKey.of(2), FakeAdminService.object("Size", 8));
    site.invoke("SMS_Thing", ObjectKey.of(3), "Do", FakeAdminService.object("to", "done"));
    assertThat(site.invokeStatic("SMS_Thing", "Any", FakeAdminService.object()).path("Out").asInt())
        .isEqualTo(4);
    site.delete("SMS_Thing", ObjectKey.of(2));
    assertThat(site.writes())
        .containsExactly(
            "create SMS_Thing {\"Name\":\"new\"}",
            "put SMS_Thing(1) {\"Size\":6}",
            "post SMS_Thing(2) {\"Size\":8}",
            "invoke SMS_Thing(3).Do {\"to\":\"done\"}",
            "invokeStatic SMS_Thing.Any {}",
            "delete SMS_Thing(2)");
    assertThat(site.list(ALL))
        .extracting(row -> row.path("Name").asText() + " " + row.path("Size").asText())
        .containsExactly("O'Neill (a) 6", "done 9", "new ");
    assertThat(site.get("SMS_Thing", ObjectKey.of(made.path("ID").longValue()))).isPresent();
  }

  @Test
  void anObjectIsFoundBySeveralKeys() {
    site.table("SMS_Pair", "ID", "Place");
    site.add("SMS_Pair", "ID", 1, "Place", "a'b");
    SequencedMap<String, Object> key = new LinkedHashMap<>();
    key.put("Place", "a'b");
    key.put("ID", 1L);
    assertThat(site.get("SMS_Pair", ObjectKey.of(key))).isPresent();
    key.put("ID", 2L);
    assertThat(site.get("SMS_Pair", ObjectKey.of(key))).isEmpty();
  }

  @Test
  void anObjectThatIsNotThereIsNotWritten() {
    assertThatThrownBy(() -> site.delete("SMS_Thing", ObjectKey.of(9)))
        .isInstanceOf(AdminServiceException.class)
        .hasMessageContaining("DELETE wmi/SMS_Thing(9) (HTTP 404: Not found)");
  }

  @Test
  void aFaultTakesNoEffectAndALostAnswerDoes() {
    three();
    site.failOnce("delete", "SMS_Thing", FailureKind.REFUSED, 500, "no");
    assertThatThrownBy(() -> site.delete("SMS_Thing", ObjectKey.of(1)))
        .hasMessageContaining("refused the request: DELETE wmi/SMS_Thing(1) (HTTP 500: no)");
    assertThat(site.list(ALL)).hasSize(3);
    site.loseAnswer("delete", "SMS_Thing");
    assertThatThrownBy(() -> site.delete("SMS_Thing", ObjectKey.of(1)))
        .hasMessageContaining("didn't confirm a change that was sent");
    assertThat(site.list(ALL)).hasSize(2);
    site.delete("SMS_Thing", ObjectKey.of(2));
  }

  @Test
  void onlyWhatIsOfferedIsOffered() {
    site.offer("SMS_Thing.Name", "v1.0/RunScript").withhold("v1.0/RunCMPivot");
    assertThat(site.capabilities().offers("SMS_Thing.name")).isTrue();
    assertThat(site.capabilities().offers("SMS_Thing.Size")).isFalse();
    assertThat(site.capabilities().offers("v1.0/RunScript")).isTrue();
    assertThat(site.withhold("SMS_Thing").capabilities().offers("SMS_Thing")).isFalse();
  }
}
