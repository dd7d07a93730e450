package dev.garrison.mecm.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ODataQueryTest {
  private static String address(ODataFilter filter) {
    return ODataQuery.of("SMS_R_System").where(filter).toString();
  }

  @Test
  void aBareQueryIsTheClass() {
    assertThat(ODataQuery.of("SMS_Site").toString()).isEqualTo("SMS_Site");
  }

  @Test
  void keysAreAlwaysSelected() {
    assertThat(ODataQuery.of("SMS_Site").keys("SiteCode").select("Version", "SiteCode").toString())
        .isEqualTo("SMS_Site?$select=SiteCode,Version");
  }

  @Test
  void aSelectionWithoutKeysIsABug() {
    assertThatThrownBy(() -> ODataQuery.of("SMS_Site").select("Version").toString())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a selection on SMS_Site needs its key properties, or equal rows are dropped");
  }

  @Test
  void quotesAreDoubledAndPlusAndBlanksEncoded() {
    assertThat(address(ODataFilter.equal("Name", "O'Brien + co")))
        .isEqualTo("SMS_R_System?$filter=Name%20eq%20'O''Brien%20%2B%20co'");
  }

  @Test
  void nothingInAValueEndsTheQuery() {
    assertThat(address(ODataFilter.equal("Name", "a&b#c%d?e=f\u00e4\"<")))
        .isEqualTo("SMS_R_System?$filter=Name%20eq%20'a%26b%23c%25d%3Fe%3Df%C3%A4%22%3C'");
  }

  @Test
  void numbersAndTruthAreNotQuoted() {
    assertThat(address(ODataFilter.equal("Client", 1).and(ODataFilter.equal("IsVirtual", true))))
        .isEqualTo("SMS_R_System?$filter=Client%20eq%201%20and%20IsVirtual%20eq%20true");
  }

  @Test
  void alternativesAreGroupedUnderAnAnd() {
    assertThat(ODataFilter.oneOf("Name", List.of("a", "b")).and(ODataFilter.atLeast("State", 3)))
        .hasToString("(Name eq 'a' or Name eq 'b') and State ge 3");
  }

  @Test
  void beginningsAreAskedForByAFunction() {
    assertThat(ODataFilter.startsWith("Name", "x")).hasToString("startswith(Name,'x')");
  }

  @Test
  void optionsKeepTheirDollarSign() {
    assertThat(ODataQuery.of("SMS_Collection").top(5).toString())
        .isEqualTo("SMS_Collection?$top=5");
  }

  @Test
  void anOptionGivenTwiceIsABug() {
    assertThatThrownBy(() -> ODataQuery.of("SMS_Site").top(1).top(2))
        .hasMessage("$top is given twice on SMS_Site");
  }

  @Test
  void aNameCannotSmuggleAnything() {
    assertThatThrownBy(() -> ODataQuery.of("SMS_Site?x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ODataFilter.equal("Name eq 'a' or Name", "b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tooManyAlternativesAreABug() {
    assertThatThrownBy(() -> ODataFilter.oneOf("Name", Collections.nCopies(51, "x")))
        .hasMessage("1 to 50 values, not 51");
  }

  @Test
  void aQueryLongerThanServersAcceptIsABug() {
    ODataQuery query = ODataQuery.of("SMS_Site").where(ODataFilter.equal("Name", "x".repeat(9000)));
    assertThatThrownBy(query::toString)
        .hasMessageStartingWith("the query on SMS_Site is longer than servers accept");
  }

  @Test
  void everyValueSurvivesEncoding() {
    long seed = 42;
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      String value =
          random
              .ints(random.nextInt(20), 1, 0x300)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      URI address = URI.create("http://h/" + address(ODataFilter.equal("Name", value)));
      String query = address.getRawQuery().substring("$filter=".length());
      assertThat(query).as("seed %d, case %d", seed, i).doesNotContain("+", "&", "=");
      assertThat(URLDecoder.decode(query, StandardCharsets.UTF_8))
          .as("seed %d, case %d", seed, i)
          .isEqualTo("Name eq '" + value.replace("'", "''") + "'");
    }
  }

  @Test
  void keysStandInParentheses() {
    assertThat(ObjectKey.of("ABC00200").address("SMS_Collection", Spelling.OURS))
        .isEqualTo("SMS_Collection('ABC00200')");
    assertThat(ObjectKey.of(16852008).address("SMS_Application", Spelling.OURS))
        .isEqualTo("SMS_Application(16852008)");
  }

  @Test
  void aKeyCannotLeaveItsSegment() {
    assertThat(ObjectKey.of("a/b'c?d").address("SMS_X", Spelling.OURS))
        .isEqualTo("SMS_X('a%2Fb''c%3Fd')");
  }

  @Test
  void severalKeysAreNamed() {
    SequencedMap<String, Object> parts = new LinkedHashMap<>();
    parts.put("TaskID", "{1}");
    parts.put("Number", 5);
    assertThat(ObjectKey.of(parts).address("SMS_X", Spelling.OURS))
        .isEqualTo("SMS_X(TaskID='%7B1%7D',Number=5)");
  }

  @Test
  void propertiesAreSpelledAsTheSiteDoes() {
    Spelling upper =
        (className, property) ->
            className.equals("SMS_X") ? property.toUpperCase(Locale.ROOT) : property;
    SequencedMap<String, Object> parts = new LinkedHashMap<>();
    parts.put("TaskID", "one");
    assertThat(ObjectKey.of(parts).address("SMS_X", upper)).isEqualTo("SMS_X(TASKID='one')");
    assertThat(
            ODataQuery.of("SMS_X")
                .keys("Id")
                .select("Name", "NAME")
                .where(ODataFilter.equal("Name", "Name").and(ODataFilter.startsWith("Other", "o")))
                .address(upper))
        .isEqualTo(
            "SMS_X?$select=ID,NAME&$filter=NAME%20eq%20'Name'%20and%20startswith(OTHER,'o')");
  }

  @Test
  void methodsAreQualified() {
    assertThat(
            ObjectKey.of("P")
                .address("SMS_ContentPackage", "AddDistributionPointGroup", Spelling.OURS))
        .isEqualTo("SMS_ContentPackage('P')/AdminService.AddDistributionPointGroup");
    assertThat(ObjectKey.staticAddress("SMS_Identification", "GetSiteID"))
        .isEqualTo("SMS_Identification.GetSiteID");
  }

  @Test
  void numbersAreAskedForInBatchesThatFitAnAddress() {
    List<ODataFilter> batches =
        ODataFilter.batches("AssignmentID", LongStream.rangeClosed(1, 51).boxed().toList());
    assertThat(batches).hasSize(2);
    assertThat(batches.getFirst().toString()).startsWith("AssignmentID eq 1 or AssignmentID eq 2 ");
    assertThat(batches.getLast()).hasToString("AssignmentID eq 51");
    assertThat(ODataFilter.batches("AssignmentID", List.of(3L, 2L, 3L)))
        .singleElement()
        .hasToString("AssignmentID eq 2 or AssignmentID eq 3");
    assertThat(ODataFilter.batches("AssignmentID", List.of())).isEmpty();
  }

  @Test
  void textsAreAskedForInBatchesThatFitAnAddressWhenTheyAreEncoded() {
    List<String> names =
        IntStream.rangeClosed(1, 60).mapToObj(number -> "京".repeat(22) + number).toList();
    List<ODataFilter> batches = ODataFilter.batchesOfTexts("Name", names);
    assertThat(batches)
        .hasSizeBetween(3, 4)
        .allSatisfy(some -> assertThat(address(some).length()).isLessThan(6 * 1024 + 100));
    assertThat(String.join(" or ", batches.stream().map(ODataFilter::toString).toList()))
        .contains(names);
  }

  @Test
  void aBatchHasNoMoreThanFiftyTermsHoweverManyEachValueTakes() {
    assertThat(
            ODataFilter.batches(
                LongStream.rangeClosed(1, 26).boxed().toList(),
                value -> ODataFilter.equal("A", value).or(ODataFilter.equal("B", value))))
        .extracting(some -> some.toString().split(" or ", -1).length)
        .containsExactly(50, 2);
  }
}
