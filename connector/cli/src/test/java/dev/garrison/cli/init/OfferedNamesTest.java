package dev.garrison.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OfferedNamesTest {
  private static final OfferedNames NAMES =
      new OfferedNames(
          List.of(
              name("Web servers", "PS100003"),
              name("Pilot servers", "PS100001"),
              name("pilot", "PS100002"),
              name("2016 servers", "PS100004")),
          Set.of("all systems", "sms00001"));

  private static OfferedNames.Name name(String name, String id) {
    return new OfferedNames.Name(name, id, OptionalLong.of(1));
  }

  private static String text(OfferedNames.Meaning meaning) {
    return switch (meaning) {
      case OfferedNames.Exactly(String spelling, _) -> "exactly " + spelling;
      case OfferedNames.PartOf(List<OfferedNames.Name> matches) ->
          matches.stream()
              .map(OfferedNames.Name::name)
              .collect(Collectors.joining(", ", "of ", ""));
      case OfferedNames.Unsuitable() -> "unsuitable";
      case OfferedNames.Unknown(var nearest) -> "unknown " + nearest.orElse("");
    };
  }

  /** The screen shows: 1 "2016 servers", 2 "pilot", 3 "Pilot servers". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | exactly 2016 servers",
        "2 | exactly pilot",
        "3 | exactly Pilot servers",
        "4 | unknown",
        "2016 | of 2016 servers",
        "03 | unknown",
        "web SERVERS | exactly Web servers",
        "PILOT | exactly pilot",
        "ps100003 | exactly PS100003",
        "PS10000 | unknown",
        "serv | of 2016 servers, Pilot servers, Web servers",
        "Web | of Web servers",
        "ALL systems | unsuitable",
        "sms00001 | unsuitable",
        "Piolt servers | unknown Pilot servers",
        "Elsewhere | unknown"
      })
  void anAnswerIsComparedWithTheNames(String answer, String meaning) {
    assertThat(text(NAMES.meaning(answer, NAMES.all().subList(0, 3))).strip()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({"2, of 2016 servers", "4, unknown"})
  void withoutNumbersOnTheScreenANumberIsAName(String answer, String meaning) {
    assertThat(text(NAMES.meaning(answer, List.of())).strip()).isEqualTo(meaning);
  }
}
