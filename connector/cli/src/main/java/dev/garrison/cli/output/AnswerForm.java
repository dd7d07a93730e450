package dev.garrison.cli.output;

import dev.garrison.cli.option.ValueRefusal;
import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;
import java.util.List;

/** Form of an answer. */
enum AnswerForm implements Worded {
  TABLE,
  JSON,
  CSV;

  /** The forms of a command that has no rows for a spreadsheet. */
  static final class WithoutCsv extends WordConverter<AnswerForm> {
    WithoutCsv() {
      super(List.of(TABLE, JSON));
    }

    @Override
    public AnswerForm convert(String word) {
      if (word.equals(CSV.word())) {
        throw new ValueRefusal(Text.of("value.no-csv"));
      }
      return super.convert(word);
    }
  }

  /** The forms of a command that has them. */
  static final class WithCsv extends WordConverter<AnswerForm> {
    WithCsv() {
      super(AnswerForm.values());
    }
  }
}
