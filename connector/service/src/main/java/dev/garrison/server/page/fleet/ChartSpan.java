package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Message;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import java.util.Map;

/** Numbers of days that the charts can show. */
enum ChartSpan implements Worded {
  MONTH(30),
  QUARTER(90);

  private static final String PARAMETER = "days";

  /** Part of the overview with the charts. */
  private static final String PLACE = "#status";

  private final int days;

  ChartSpan(int days) {
    this.days = days;
  }

  /**
   * The days that the address asks for, a month without any.
   *
   * @throws dev.garrison.server.api.ApiProblem where no chart shows so many
   */
  static ChartSpan chosen(PageRequest request) {
    return request.text(PARAMETER).map(ChartSpan::of).orElse(MONTH);
  }

  private static ChartSpan of(String word) {
    return Worded.of(ChartSpan.class, word)
        .orElseThrow(() ->
            PageRequest.missing(
                Message.of(
                    "request.page-days", "word", word, "known", Worded.words(ChartSpan.class))));
  }

  int days() {
    return days;
  }

  @Override
  public String word() {
    return String.valueOf(days);
  }

  String title() {
    return t("page.overview.span", "count", days);
  }

  /** Address of the charts of these days. */
  String link() {
    return (this == MONTH
            ? Tab.OVERVIEW.path()
            : Links.to(Tab.OVERVIEW.path(), Map.of(PARAMETER, word())))
        + PLACE;
  }
}
