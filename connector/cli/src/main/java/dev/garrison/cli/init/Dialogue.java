package dev.garrison.cli.init;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Text;
import dev.garrison.manifest.draft.FirstAnswer;
import dev.garrison.manifest.draft.FirstManifest;
import dev.garrison.manifest.draft.FirstQuestion;
import dev.garrison.manifest.draft.RingSize;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The person at the terminal, who answers with names that the site offers. */
final class Dialogue implements FirstManifest.Person {
  private final Console console;
  private final BufferedReader input;
  private final Offers offers;
  private int ring;

  Dialogue(Console console, BufferedReader input, Offers offers) {
    this.console = console;
    this.input = input;
    this.offers = offers;
  }

  @Override
  public Optional<String> answer(FirstQuestion question) {
    FirstAnswer answer = question.answer();
    if (answer.isOfRing() && answer != FirstAnswer.RING_NAME && question.ring() != ring) {
      ring = question.ring();
      question
          .given()
          .of(FirstAnswer.RING_NAME, ring)
          .ifPresent(name -> tell(Text.of("init.ring", "ring", name)));
    }
    Optional<OfferedNames> offered = offers.of(question);
    OptionalLong members =
        answer == FirstAnswer.MAX_DEVICES ? offers.members(question) : OptionalLong.empty();
    String suggestion = suggestion(question, members);
    Text asked = QuestionText.of(question, members, suggestion);
    return offered
        .map(names -> chosen(asked, answer, names))
        .orElseGet(() -> typed(asked).map(text -> text.isBlank() ? suggestion : text));
  }

  /** The suggestion for an answer, which the members of a collection decide where there are any. */
  private static String suggestion(FirstQuestion question, OptionalLong members) {
    return members.orElse(0) > 0
        ? String.valueOf(RingSize.withHeadroom(members.getAsLong()))
        : question.suggestion();
  }

  /**
   * Asks until the answer is a name on the site, or was given twice. An empty answer shows all
   * names.
   */
  private Optional<String> chosen(Text asked, FirstAnswer answer, OfferedNames offered) {
    boolean group = answer == FirstAnswer.DISTRIBUTION_GROUP;
    tell(Text.of(group ? "init.groups" : "init.collections", "count", offered.all().size()));
    List<OfferedNames.Name> shown = show(offered.all());
    Optional<String> doubted = Optional.empty();
    while (true) {
      Optional<String> typed = typed(asked).map(String::strip);
      if (typed.isEmpty() || typed.equals(doubted)) {
        return typed;
      }
      if (typed.get().isEmpty()) {
        shown = show(offered.all());
        continue;
      }
      String name = typed.get();
      switch (offered.meaning(name, shown)) {
        case OfferedNames.Exactly(String spelling, OfferedNames.Name found) -> {
          if (found.members().equals(OptionalLong.of(0))) {
            tell(Text.of("init.empty", "name", found.name()));
          }
          return Optional.of(spelling);
        }
        case OfferedNames.PartOf(List<OfferedNames.Name> matches) -> shown = show(matches);
        case OfferedNames.Unsuitable() -> {
          doubt(List.of(Text.of("init.unsuitable", "name", name)));
          doubted = typed;
        }
        case OfferedNames.Unknown(Optional<String> nearest) -> {
          List<Text> told = new ArrayList<>();
          told.add(Text.of(group ? "init.no-group" : "init.no-collection", "name", name));
          nearest.ifPresent(near -> told.add(Text.of("init.meant", "name", near)));
          doubt(told);
          doubted = typed;
        }
      }
    }
  }

  private List<OfferedNames.Name> show(List<OfferedNames.Name> names) {
    OfferedList.lines(names).forEach(line -> console.err().println(line));
    return OfferedList.shown(names);
  }

  private void doubt(List<Text> told) {
    console.err().println(ScreenText.text(ScreenText.sentences(told)));
    tell(Text.of("init.again"));
  }

  private void tell(Text text) {
    console.err().println(ScreenText.text(text.shown()));
  }

  private Optional<String> typed(Text asked) {
    console.err().print(asked.shown() + " ");
    console.err().flush();
    try {
      return Optional.ofNullable(input.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void refuse(List<Diagnostic> problems) {
    problems.forEach(problem -> console.err().println(DiagnosticView.render(problem)));
  }
}
